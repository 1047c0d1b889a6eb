// Cuts the lines of a file into words by ICU from C, its faster route, as often as wanted:
// icu-peer FILE PASSES
//
// A line is converted by u_strFromUTF8 and given to one iterator by ubrk_setText; where each
// segment starts and ends in UTF-8, and its rule status, go into arrays. All of that is measured.
// Prints a line of JSON: bytes of all lines, segments, seconds of the best pass, ICU's version.

#define _POSIX_C_SOURCE 199309L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

typedef struct {
  const char *start;
  int32_t count;
} Line;

typedef struct {
  Line *all;
  size_t count;
  size_t bytes;
  int32_t longest;
} Lines;

// The segments of one line; each array has room for those of the longest.
typedef struct {
  int32_t *starts;
  int32_t *ends;
  int32_t *statuses;
} Segments;

static void fail(const char *what, const char *why) {
  fprintf(stderr, "icu-peer: %s: %s\n", what, why);
  exit(1);
}

static void check(UErrorCode status, const char *call) {
  if (U_FAILURE(status)) fail(call, u_errorName(status));
}

static void *allocate(size_t count, size_t size) {
  void *memory = calloc(count ? count : 1, size);
  if (!memory) fail("calloc", "no memory");
  return memory;
}

static char *readFile(const char *path, size_t *count) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END)) fail(path, "cannot be read");
  long size = ftell(file);
  if (size < 0 || size > INT32_MAX) fail(path, "cannot be read, or is too long");
  rewind(file);
  char *bytes = allocate((size_t)size, 1);
  *count = fread(bytes, 1, (size_t)size, file);
  if (*count != (size_t)size) fail(path, "cannot be read");
  fclose(file);
  return bytes;
}

// The lines that are not empty.
static Lines split(const char *bytes, size_t count) {
  size_t room = 1;
  for (size_t i = 0; i < count; i++) room += bytes[i] == '\n';
  Lines lines = {allocate(room, sizeof(Line)), 0, 0, 0};
  const char *end = bytes + count;
  for (const char *start = bytes; start < end;) {
    const char *newline = memchr(start, '\n', (size_t)(end - start));
    const char *stop = newline ? newline : end;
    if (stop > start) {
      Line line = {start, (int32_t)(stop - start)};
      lines.all[lines.count++] = line;
      lines.bytes += (size_t)line.count;
      if (line.count > lines.longest) lines.longest = line.count;
    }
    start = stop + 1;
  }
  return lines;
}

// How many bytes of UTF-8 a code unit stands for: a surrogate for half of its pair's four.
static int32_t utf8Length(UChar unit) {
  if (unit < 0x80) return 1;
  return unit < 0x800 || U16_IS_SURROGATE(unit) ? 2 : 3;
}

// Returns how many segments there are.
static size_t segment(
    UBreakIterator *words, Line line, UChar *units, int32_t room, Segments *segments) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  u_strFromUTF8(units, room, &length, line.start, line.count, &status);
  check(status, "u_strFromUTF8");
  ubrk_setText(words, units, length, &status);
  check(status, "ubrk_setText");
  size_t count = 0;
  int32_t unit = 0, position = 0;
  ubrk_first(words);
  for (int32_t end; (end = ubrk_next(words)) != UBRK_DONE; count++) {
    segments->starts[count] = position;
    while (unit < end) position += utf8Length(units[unit++]);
    segments->ends[count] = position;
    segments->statuses[count] = ubrk_getRuleStatus(words);
  }
  if (position != line.count) fail("segments", "do not cover the line");
  return count;
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  int passes = argc == 3 ? atoi(argv[2]) : 0;
  if (passes < 1) fail("usage", "icu-peer FILE PASSES");
  size_t count;
  char *bytes = readFile(argv[1], &count);
  Lines lines = split(bytes, count);

  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
  check(status, "ubrk_open");
  int32_t room = lines.longest + 1;
  UChar *units = allocate((size_t)room, sizeof(UChar));
  Segments segments = {
      allocate((size_t)room, sizeof(int32_t)), allocate((size_t)room, sizeof(int32_t)),
      allocate((size_t)room, sizeof(int32_t))};
  // Han makes ICU load its dictionary, and its answer for some kana depends on whether it has.
  Line han = {"\xE4\xB8\xAD", 3};
  UChar unit[2];
  segment(words, han, unit, 2, &segments);

  size_t tokens = 0;
  double best = 0;
  for (int pass = 0; pass < passes; pass++) {
    double start = seconds();
    tokens = 0;
    for (size_t i = 0; i < lines.count; i++) {
      tokens += segment(words, lines.all[i], units, room, &segments);
    }
    double time = seconds() - start;
    if (pass == 0 || time < best) best = time;
  }

  UVersionInfo version;
  char name[U_MAX_VERSION_STRING_LENGTH];
  u_getVersion(version);
  u_versionToString(version, name);
  printf(
      "{\"bytes\":%zu,\"tokens\":%zu,\"seconds\":%.9f,\"version\":\"%s\"}\n", lines.bytes, tokens,
      best, name);
}
