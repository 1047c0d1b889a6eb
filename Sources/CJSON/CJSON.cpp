#include "CJSON.h"

#include <algorithm>
#include <memory>
#include <new>
#include <simdjson.h>

using simdjson::dom::parser;

namespace {

// Containers that may stand in one another; parsing does not recurse.
constexpr size_t most_depth = 1 << 20;
// A parser that has been as large is not kept for the next document.
constexpr size_t most_kept = 4 << 20;
constexpr size_t least_capacity = 64 << 10;

// A parser that waits for the thread's next document: its memory is there already.
thread_local std::unique_ptr<parser> spare;

parser *take_parser() {
  if (spare) return spare.release();
  return new (std::nothrow) parser(simdjson::SIMDJSON_MAXSIZE_BYTES);
}

}  // namespace

extern "C" zimu_json zimu_json_parse(const uint8_t *bytes, size_t count) {
  zimu_json json = {nullptr, nullptr, nullptr, simdjson::MEMALLOC};
  auto *parser = take_parser();
  if (!parser) return json;
  json.parser = parser;
  if (parser->capacity() < count || parser->max_depth() < most_depth) {
    json.error = parser->allocate(std::max(count, least_capacity), most_depth);
    if (json.error) return json;
  }
  json.error = parser->parse(bytes, count, true).error();
  if (json.error) return json;
  json.tape = parser->doc.tape.get();
  json.strings = parser->doc.string_buf.get();
  return json;
}

extern "C" void zimu_json_free(zimu_json json) {
  std::unique_ptr<parser> owner(static_cast<parser *>(json.parser));
  if (owner && owner->capacity() <= most_kept) spare = std::move(owner);
}

extern "C" const char *zimu_json_message(int error) {
  return simdjson::error_message(static_cast<simdjson::error_code>(error));
}

extern "C" int zimu_utf8_is_valid(const uint8_t *bytes, size_t count) {
  return simdjson::validate_utf8(reinterpret_cast<const char *>(bytes), count) ? 1 : 0;
}
