// ICU's C functions under names that Swift can import.
//
// ICU's own names are macros that carry the library's version. And ICU's own types must not be
// seen here: Foundation carries another ICU, and Swift refuses a program that sees both (their
// enumerations differ). So handles are opaque, statuses and properties integers.

#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stdint.h>

// Errors and versions. A status is a failure if it is above CICU_OK.

enum { CICU_OK = 0, CICU_BUFFER_OVERFLOW = 15 };

const char *_Nonnull cicu_errorName(int32_t status);
void cicu_getVersion(uint8_t *_Nonnull version);
void cicu_getUnicodeVersion(uint8_t *_Nonnull version);

// Word breaks

typedef struct cicu_WordBreaks cicu_WordBreaks;

enum { CICU_DONE = -1 };

cicu_WordBreaks *_Nullable cicu_ubrk_openWord(
    const char *_Nonnull locale, int32_t *_Nonnull status);
void cicu_ubrk_close(cicu_WordBreaks *_Nonnull breaks);
void cicu_ubrk_setText(
    cicu_WordBreaks *_Nonnull breaks, const uint16_t *_Nonnull text, int32_t length,
    int32_t *_Nonnull status);
int32_t cicu_ubrk_first(cicu_WordBreaks *_Nonnull breaks);
int32_t cicu_ubrk_next(cicu_WordBreaks *_Nonnull breaks);
int32_t cicu_ubrk_getRuleStatus(cicu_WordBreaks *_Nonnull breaks);
/// The rules as ICU compiled them; returns how many bytes there are.
int32_t cicu_ubrk_getBinaryRules(
    cicu_WordBreaks *_Nonnull breaks, uint8_t *_Nullable target, int32_t capacity,
    int32_t *_Nonnull status);

// Data in ICU's own formats

typedef struct cicu_Data cicu_Data;
typedef struct cicu_CodePointTrie cicu_CodePointTrie;

/// Opens the dictionary that words of Chinese and Japanese are looked up in.
cicu_Data *_Nullable cicu_udata_openCJDictionary(int32_t *_Nonnull status);
const void *_Nonnull cicu_udata_memory(cicu_Data *_Nonnull data);
void cicu_udata_close(cicu_Data *_Nonnull data);

/// The data must be aligned to four bytes and outlive the trie.
cicu_CodePointTrie *_Nullable cicu_ucptrie_open(
    const void *_Nonnull data, int32_t length, int32_t *_Nonnull status);
uint32_t cicu_ucptrie_get(const cicu_CodePointTrie *_Nonnull trie, uint32_t character);
void cicu_ucptrie_close(cicu_CodePointTrie *_Nonnull trie);

// Normalisation

typedef struct cicu_Normalizer cicu_Normalizer;

const cicu_Normalizer *_Nullable cicu_unorm2_getNFKCCasefold(int32_t *_Nonnull status);
const cicu_Normalizer *_Nullable cicu_unorm2_getNFC(int32_t *_Nonnull status);
const cicu_Normalizer *_Nullable cicu_unorm2_getNFKC(int32_t *_Nonnull status);
/// Whether the code point stays as it is whatever stands around it, but for its order among marks.
bool cicu_unorm2_isQuickYes(
    const cicu_Normalizer *_Nonnull normalizer, uint32_t character, int32_t *_Nonnull status);
bool cicu_unorm2_hasBoundaryBefore(
    const cicu_Normalizer *_Nonnull normalizer, uint32_t character);
int32_t cicu_unorm2_normalize(
    const cicu_Normalizer *_Nonnull normalizer, const uint16_t *_Nonnull source, int32_t length,
    uint16_t *_Nonnull target, int32_t capacity, int32_t *_Nonnull status);

/// How many ranges of code points change under NFKC_Casefold or have no boundary before them;
/// writes as many of their first and last code points as there is room for.
int32_t cicu_casefoldCandidates(
    uint32_t *_Nullable firsts, uint32_t *_Nullable lasts, int32_t capacity,
    int32_t *_Nonnull status);

// Transliteration

typedef struct cicu_Transliterator cicu_Transliterator;

cicu_Transliterator *_Nullable cicu_utrans_open(
    const uint16_t *_Nonnull identifier, int32_t length, int32_t *_Nonnull status);
void cicu_utrans_close(cicu_Transliterator *_Nonnull transliterator);
void cicu_utrans_transUChars(
    const cicu_Transliterator *_Nonnull transliterator, uint16_t *_Nonnull text,
    int32_t *_Nonnull length, int32_t capacity, int32_t start, int32_t *_Nonnull limit,
    int32_t *_Nonnull status);
int32_t cicu_utrans_toRules(
    const cicu_Transliterator *_Nonnull transliterator, uint16_t *_Nullable target,
    int32_t capacity, int32_t *_Nonnull status);

// Charsets

typedef struct cicu_CharsetDetector cicu_CharsetDetector;
typedef struct cicu_Converter cicu_Converter;

cicu_CharsetDetector *_Nullable cicu_ucsdet_open(int32_t *_Nonnull status);
void cicu_ucsdet_close(cicu_CharsetDetector *_Nonnull detector);
void cicu_ucsdet_setText(
    cicu_CharsetDetector *_Nonnull detector, const char *_Nonnull bytes, int32_t length,
    int32_t *_Nonnull status);
/// The number of charsets that fit; ask for them one by one.
int32_t cicu_ucsdet_detect(cicu_CharsetDetector *_Nonnull detector, int32_t *_Nonnull status);
const char *_Nullable cicu_ucsdet_getName(
    cicu_CharsetDetector *_Nonnull detector, int32_t index, int32_t *_Nonnull status);
int32_t cicu_ucsdet_getConfidence(
    cicu_CharsetDetector *_Nonnull detector, int32_t index, int32_t *_Nonnull status);

cicu_Converter *_Nullable cicu_ucnv_open(const char *_Nonnull name, int32_t *_Nonnull status);
void cicu_ucnv_close(cicu_Converter *_Nonnull converter);
int32_t cicu_ucnv_toUChars(
    cicu_Converter *_Nonnull converter, uint16_t *_Nonnull target, int32_t capacity,
    const char *_Nonnull source, int32_t length, int32_t *_Nonnull status);

// Character properties

/// Kana is Hiragana and Katakana.
enum {
  CICU_SCRIPT_OTHER,
  CICU_SCRIPT_COMMON,
  CICU_SCRIPT_HAN,
  CICU_SCRIPT_KANA,
  CICU_SCRIPT_HANGUL
};

int32_t cicu_script(uint32_t character);
bool cicu_isLetter(uint32_t character);
/// Whether the general category is Nd.
bool cicu_isDigit(uint32_t character);
/// Whether the general category is P or S.
bool cicu_isPunctuationOrSymbol(uint32_t character);
/// Whether the general category is Mn, Me, Cc or Cf.
bool cicu_isMarkOrControl(uint32_t character);
bool cicu_isWhiteSpace(uint32_t character);
/// Whether the East Asian width is W or F.
bool cicu_isWide(uint32_t character);

#endif
