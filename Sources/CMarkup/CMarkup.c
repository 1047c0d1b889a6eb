#include "CMarkup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

// libxml2 compares each attribute of an element with all others, and each prefix with all name spaces in force.
enum { MOST_ATTRIBUTES = 2000, MOST_NAMESPACES = 1000 };

typedef struct zimu_markup {
  xmlParserCtxtPtr parser;
  const zimu_markup_handler *handler;
  void *context;
  int is_html;
  int is_stopped;
  // The name of the element that began last.
  const char *last;
  zimu_markup_attribute *attributes;
  size_t capacity;
  // The entity of HTML that was met last, as libxml2 wants to see it.
  xmlEntity entity;
  xmlChar entity_text[8];
} zimu_markup;

static int line_of(const zimu_markup *markup) {
  return markup->parser->input ? markup->parser->input->line : 0;
}

static void stop(zimu_markup *markup) {
  markup->is_stopped = 1;
  xmlStopParser(markup->parser);
}

static void report(zimu_markup *markup, const char *message) {
  markup->handler->damage(markup->context, line_of(markup), message);
}

static int has_room(zimu_markup *markup, size_t count) {
  if (count <= markup->capacity) return 1;
  zimu_markup_attribute *grown = realloc(markup->attributes, 2 * count * sizeof *grown);
  if (!grown) return 0;
  markup->attributes = grown;
  markup->capacity = 2 * count;
  return 1;
}

static void begin(zimu_markup *markup, const xmlChar *name, size_t count) {
  markup->last = (const char *)name;
  // The parser counts an element of XML before this, and one of HTML after it.
  zimu_markup_place place = {markup->parser->nameNr + 1, line_of(markup)};
  if (!markup->handler->start(markup->context, (const char *)name, markup->attributes, count, place)) {
    stop(markup);
  }
}

static void on_xml_start(
  void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int space_count,
  const xmlChar **spaces, int count, int default_count, const xmlChar **attributes) {
  (void)prefix, (void)uri, (void)space_count, (void)spaces, (void)default_count;
  zimu_markup *markup = data;
  if (markup->is_stopped) return;
  if (markup->parser->nsNr > MOST_NAMESPACES || !has_room(markup, (size_t)count)) {
    report(markup, "too many name spaces, or no memory");
    return stop(markup);
  }
  for (int index = 0; index < count; index++) {
    const xmlChar **from = attributes + 5 * index;
    markup->attributes[index] =
      (zimu_markup_attribute){(const char *)from[0], from[3], (size_t)(from[4] - from[3])};
  }
  begin(markup, name, (size_t)count);
}

static void on_html_start(void *data, const xmlChar *name, const xmlChar **attributes) {
  zimu_markup *markup = data;
  if (markup->is_stopped) return;
  size_t count = 0;
  for (; attributes && attributes[2 * count]; count++) {
    if (!has_room(markup, count + 1)) return stop(markup);
    const char *value = (const char *)attributes[2 * count + 1];
    markup->attributes[count] = (zimu_markup_attribute){
      (const char *)attributes[2 * count], (const uint8_t *)(value ? value : ""),
      value ? strlen(value) : 0};
  }
  begin(markup, name, count);
}

static void on_html_end(void *data, const xmlChar *name) {
  zimu_markup *markup = data;
  if (!markup->is_stopped) markup->handler->end(markup->context, (const char *)name);
}

static void on_xml_end(
  void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix, (void)uri;
  on_html_end(data, name);
}

static void on_text(void *data, const xmlChar *text, int count) {
  zimu_markup *markup = data;
  if (!markup->is_stopped) markup->handler->text(markup->context, text, (size_t)count);
}

// The entities of XML and HTML; no others are known, so nothing expands.
static xmlEntityPtr on_entity(void *data, const xmlChar *name) {
  zimu_markup *markup = data;
  // After damage libxml2 would drop entities of which it believes that the document is well-formed.
  markup->parser->wellFormed = 1;
  xmlEntityPtr known = xmlGetPredefinedEntity(name);
  const htmlEntityDesc *entity = known ? NULL : htmlEntityLookup(name);
  // In attributes libxml2 takes one byte of an entity like these.
  int is_text = markup->parser->instate == XML_PARSER_CONTENT;
  if (!entity || (!is_text && entity->value >= 0x80)) return known;
  int count = xmlCopyCharMultiByte(markup->entity_text, (int)entity->value);
  markup->entity_text[count] = 0;
  markup->entity = (xmlEntity){
    .type = XML_ENTITY_DECL, .name = name, .content = markup->entity_text, .length = count,
    .orig = markup->entity_text, .etype = XML_INTERNAL_PREDEFINED_ENTITY};
  return &markup->entity;
}

static void on_error(void *data, const xmlError *error) {
  zimu_markup *markup = data;
  if (markup->is_stopped || !error) return;
  // libxml2 forgets an element whose begin breaks off, and this is the only error of the kind that has a name.
  int is_begin = error->code == XML_ERR_GT_REQUIRED && error->str1;
  if (is_begin && markup->last) on_html_end(markup, (const xmlChar *)markup->last);
  // Whatever is wrong with HTML, its meaning is settled. Names without a name space mean what they say.
  if (markup->is_html || error->domain == XML_FROM_NAMESPACE) return;
  const char *message = error->message ? error->message : "damaged";
  markup->handler->damage(markup->context, error->line, message);
}

static void set_handlers(xmlSAXHandler *sax, int is_html) {
  memset(sax, 0, sizeof *sax);
  sax->startElement = is_html ? on_html_start : NULL;
  sax->endElement = is_html ? on_html_end : NULL;
  sax->startElementNs = is_html ? NULL : on_xml_start;
  sax->endElementNs = is_html ? NULL : on_xml_end;
  sax->characters = on_text;
  sax->ignorableWhitespace = on_text;
  sax->cdataBlock = on_text;
  sax->getEntity = on_entity;
  sax->serror = (xmlStructuredErrorFunc)on_error;
  sax->initialized = XML_SAX2_MAGIC;
}

// An end without a begin closes the element around it, and with the last one libxml2 is done. What follows is
// content all the same.
static void read_on(zimu_markup *markup) {
  xmlParserInputPtr input = markup->parser->input;
  while (input && !markup->is_stopped && input->cur < input->end) {
    const xmlChar *before = input->cur;
    markup->parser->instate = XML_PARSER_CONTENT;
    markup->parser->disableSAX = 0;
    xmlParseContent(markup->parser);
    const xmlChar *end = input->cur;
    if (end == before || (end < input->end && *end == '<')) {
      const xmlChar *close = memchr(end, '>', (size_t)(input->end - end));
      end = close ? close + 1 : input->end;
    }
    input->cur = end;
  }
}

static void read_xml(zimu_markup *markup) {
  xmlCtxtUseOptions(
    markup->parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOENT
      | XML_PARSE_OLDSAX | XML_PARSE_IGNORE_ENC);
  xmlParseDocument(markup->parser);
  read_on(markup);
}

static void read_html(zimu_markup *markup) {
  htmlCtxtUseOptions(
    markup->parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
  markup->parser->charset = XML_CHAR_ENCODING_UTF8;
  htmlParseDocument(markup->parser);
}

// Where the first element with too many attributes begins, or the end.
static size_t readable_count(const uint8_t *bytes, size_t count) {
  const uint8_t *end = bytes + count;
  const uint8_t *tag = memchr(bytes, '<', count);
  while (tag) {
    const uint8_t *next = memchr(tag + 1, '<', (size_t)(end - tag - 1));
    // Short ones, which are nearly all, hold no more.
    if ((next ? next : end) - tag > MOST_ATTRIBUTES) {
      uint8_t quote = 0;
      int attributes = 0;
      for (const uint8_t *at = tag; at < end && (quote || *at != '>'); at++) {
        if (*at == '"' || *at == '\'') quote = quote == *at ? 0 : quote ? quote : *at;
        if (!quote && (*at == '=' || (*at <= ' ' && at[-1] > ' '))) attributes++;
        if (attributes > 2 * MOST_ATTRIBUTES) return (size_t)(tag - bytes);
      }
    }
    tag = next;
  }
  return count;
}

static int line_count(const uint8_t *bytes, size_t count) {
  int lines = 0;
  for (size_t index = 0; index < count; index++) lines += bytes[index] == '\n';
  return lines;
}

void zimu_markup_read(
  const uint8_t *bytes, size_t count, int line, int is_html, const zimu_markup_handler *handler,
  void *context) {
  zimu_markup markup = {.handler = handler, .context = context, .is_html = is_html};
  size_t readable = readable_count(bytes, count);
  if (readable <= INT_MAX) {
    markup.parser = is_html ? htmlCreateMemoryParserCtxt((const char *)bytes, (int)readable)
                            : xmlCreateMemoryParserCtxt((const char *)bytes, (int)readable);
  }
  if (!markup.parser) {
    handler->damage(context, line, "empty, too large, or no memory");
    return;
  }
  set_handlers(markup.parser->sax, is_html);
  markup.parser->userData = &markup;
  markup.parser->input->line = line;
  if (readable < count) {
    handler->damage(context, line + line_count(bytes, readable), "too many attributes; read up to there");
  }
  if (is_html) read_html(&markup); else read_xml(&markup);
  if (markup.parser->myDoc) xmlFreeDoc(markup.parser->myDoc);
  xmlFreeParserCtxt(markup.parser);
  free(markup.attributes);
}
