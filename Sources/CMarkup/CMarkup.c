#include "CMarkup.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <string.h>

struct zimu_markup {
  xmlParserCtxtPtr parser;
  const zimu_markup_handler *handler;
  void *context;
  int is_stopped;
};

static void on_start(void *data, const xmlChar *name, const xmlChar **attributes) {
  zimu_markup *markup = data;
  if (!markup->is_stopped)
    markup->handler->start(
      markup->context, (const char *)name, (const char *const *)attributes);
}

static void on_end(void *data, const xmlChar *name) {
  zimu_markup *markup = data;
  if (!markup->is_stopped) markup->handler->end(markup->context, (const char *)name);
}

static void on_text(void *data, const xmlChar *text, int count) {
  zimu_markup *markup = data;
  if (!markup->is_stopped) markup->handler->text(markup->context, text, (size_t)count);
}

// An entity that XML does not know: HTML's names are taken, others mean nothing.
static void on_reference(void *data, const xmlChar *name) {
  const htmlEntityDesc *entity = htmlEntityLookup(name);
  if (!entity) return;
  xmlChar text[8] = {0};
  int count = xmlCopyCharMultiByte(text, (int)entity->value);
  on_text(data, text, count);
}

static xmlEntityPtr on_entity(void *data, const xmlChar *name) {
  (void)data;
  return xmlGetPredefinedEntity(name);
}

static void on_error(void *data, const xmlError *error) {
  zimu_markup *markup = data;
  if (markup->is_stopped || !error || !error->message) return;
  markup->handler->damage(markup->context, error->line, error->message);
}

static void set_handlers(xmlSAXHandler *sax) {
  memset(sax, 0, sizeof *sax);
  sax->startElement = on_start;
  sax->endElement = on_end;
  sax->characters = on_text;
  sax->ignorableWhitespace = on_text;
  sax->cdataBlock = on_text;
  sax->reference = on_reference;
  sax->getEntity = on_entity;
  sax->serror = (xmlStructuredErrorFunc)on_error;
  sax->initialized = XML_SAX2_MAGIC;
}

void zimu_markup_read(
  const uint8_t *bytes, size_t count, int is_html, const zimu_markup_handler *handler, void *context,
  zimu_markup **out) {
  zimu_markup markup = {NULL, handler, context, 0};
  *out = &markup;
  markup.parser = is_html ? htmlNewParserCtxt() : xmlNewParserCtxt();
  if (!markup.parser || count > INT_MAX) {
    handler->damage(context, 0, "too large, or no memory");
    if (markup.parser) xmlFreeParserCtxt(markup.parser);
    *out = NULL;
    return;
  }
  set_handlers(markup.parser->sax);
  markup.parser->userData = &markup;
  xmlDocPtr document;
  if (is_html) {
    document = htmlCtxtReadMemory(
      markup.parser, (const char *)bytes, (int)count, NULL, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
  } else {
    document = xmlCtxtReadMemory(
      markup.parser, (const char *)bytes, (int)count, NULL, "UTF-8",
      XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_SAX1 | XML_PARSE_IGNORE_ENC);
  }
  if (document) xmlFreeDoc(document);
  xmlFreeParserCtxt(markup.parser);
  *out = NULL;
}

int zimu_markup_line(const zimu_markup *markup) {
  return markup ? xmlSAX2GetLineNumber(markup->parser) : 0;
}

void zimu_markup_stop(zimu_markup *markup) {
  markup->is_stopped = 1;
  xmlStopParser(markup->parser);
}
