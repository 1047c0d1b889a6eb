#include "CJSON.h"

#include <algorithm>
#include <new>
#include <simdjson.h>

using simdjson::dom::parser;

// Containers that may stand in one another; parsing does not recurse. A text cannot have more than bytes.
static const size_t most_depth = 1 << 20;

extern "C" zimu_json zimu_json_parse(const uint8_t *bytes, size_t count) {
  zimu_json json = {nullptr, nullptr, nullptr, simdjson::MEMALLOC};
  auto *parser = new (std::nothrow) class parser(simdjson::SIMDJSON_MAXSIZE_BYTES);
  if (!parser) return json;
  json.parser = parser;
  json.error = parser->allocate(count, std::min(count + 1, most_depth));
  if (json.error) return json;
  json.error = parser->parse(bytes, count, true).error();
  if (json.error) return json;
  json.tape = parser->doc.tape.get();
  json.strings = parser->doc.string_buf.get();
  return json;
}

extern "C" void zimu_json_free(zimu_json json) { delete static_cast<parser *>(json.parser); }

extern "C" const char *zimu_json_message(int error) {
  return simdjson::error_message(static_cast<simdjson::error_code>(error));
}
