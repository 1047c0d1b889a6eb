/// XML and HTML read from memory by libxml2, as a stream of events.
#ifndef CMARKUP_H
#define CMARKUP_H

#include <stddef.h>
#include <stdint.h>

/// Who is told of what is read. Names and text last until the function returns.
typedef struct zimu_markup_handler {
  /// `attributes` are names and values in turn, ended by NULL, or NULL where there are none.
  void (*start)(void *context, const char *name, const char *const *attributes);
  void (*end)(void *context, const char *name);
  void (*text)(void *context, const uint8_t *bytes, size_t count);
  /// Damage, in libxml2's words; `line` counts from 1.
  void (*damage)(void *context, int line, const char *message);
} zimu_markup_handler;

typedef struct zimu_markup zimu_markup;

/// Reads a document of UTF-8, going on after damage where that can be done.
///
/// No file and no address is opened, and no entity that the document declares is expanded.
///
/// @param markup set before the first event, so that handlers can ask for the line and stop.
void zimu_markup_read(
  const uint8_t *bytes, size_t count, int is_html, const zimu_markup_handler *handler, void *context,
  zimu_markup **markup);

/// The line, from 1, that is being read.
int zimu_markup_line(const zimu_markup *markup);

/// Ends the reading; no more events come.
void zimu_markup_stop(zimu_markup *markup);

#endif
