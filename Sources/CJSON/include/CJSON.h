/// JSON parsed by simdjson, as its tape: a word of 64 bits a value, its kind in the highest 8.
///
/// The tape is described in simdjson's documentation (doc/tape.md).
#ifndef CJSON_H
#define CJSON_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What simdjson makes of a document; it lasts until `zimu_json_free`.
typedef struct zimu_json {
  void *parser;
  const uint64_t *tape;
  const uint8_t *strings;
  /// 0, or simdjson's number of an error; then there is no tape.
  int error;
} zimu_json;

/// Parses a document; the bytes must be UTF-8, and may be freed afterwards.
zimu_json zimu_json_parse(const uint8_t *bytes, size_t count);

void zimu_json_free(zimu_json json);

/// What went wrong, in simdjson's words.
const char *zimu_json_message(int error);

/// Whether bytes are well-formed UTF-8: 1 or 0.
int zimu_utf8_is_valid(const uint8_t *bytes, size_t count);

#ifdef __cplusplus
}
#endif

#endif
