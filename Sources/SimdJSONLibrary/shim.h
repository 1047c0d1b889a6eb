// Only finds and links simdjson, which is C++; CJSON calls it.
