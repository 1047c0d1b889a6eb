/// XML and HTML read from memory by libxml2, as a stream of events.
#ifndef CMARKUP_H
#define CMARKUP_H

#include <stddef.h>
#include <stdint.h>

/// An attribute: the local name of it, which ends with a zero, and its value, which does not.
typedef struct zimu_markup_attribute {
  const char *name;
  const uint8_t *value;
  size_t count;
} zimu_markup_attribute;

/// Where an element begins.
typedef struct zimu_markup_place {
  /// How many elements are open, with this one.
  int depth;
  /// The line, from 1, that the element's begin ends on.
  int line;
} zimu_markup_place;

/// Who is told of what is read. Names and text last until the function returns; the same element name has the
/// same address throughout a document.
typedef struct zimu_markup_handler {
  /// Returns zero to end the reading.
  int (*start)(
    void *context, const char *name, const zimu_markup_attribute *attributes, size_t count,
    zimu_markup_place place);
  void (*end)(void *context, const char *name);
  void (*text)(void *context, const uint8_t *bytes, size_t count);
  /// Damage, in libxml2's words; `line` counts from 1.
  void (*damage)(void *context, int line, const char *message);
} zimu_markup_handler;

/// Reads a document of UTF-8 from its first element on, going on after damage. Each end has its start; only
/// elements that are open where the document ends have no end.
///
/// No file and no address is opened, and no entities are known but those of HTML.
///
/// @param line the number of the line that `bytes` begin on.
void zimu_markup_read(
  const uint8_t *bytes, size_t count, int line, int is_html, const zimu_markup_handler *handler,
  void *context);

#endif
