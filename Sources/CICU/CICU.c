#include "CICU.h"

#include <unicode/ubrk.h>
#include <unicode/uset.h>
#include <unicode/uchar.h>
#include <unicode/ucptrie.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/udata.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

_Static_assert(sizeof(UErrorCode) == sizeof(int32_t), "statuses are passed as integers");
_Static_assert(U_BUFFER_OVERFLOW_ERROR == CICU_BUFFER_OVERFLOW, "see CICU.h");
_Static_assert(UBRK_DONE == CICU_DONE, "see CICU.h");

#define STATUS ((UErrorCode *)status)

const char *cicu_errorName(int32_t status) { return u_errorName((UErrorCode)status); }

void cicu_getVersion(uint8_t *version) { u_getVersion(version); }

void cicu_getUnicodeVersion(uint8_t *version) { u_getUnicodeVersion(version); }

// Word breaks

#define BREAKS ((UBreakIterator *)breaks)

cicu_WordBreaks *cicu_ubrk_openWord(const char *locale, int32_t *status) {
  return (cicu_WordBreaks *)ubrk_open(UBRK_WORD, locale, NULL, 0, STATUS);
}

void cicu_ubrk_close(cicu_WordBreaks *breaks) { ubrk_close(BREAKS); }

void cicu_ubrk_setText(
    cicu_WordBreaks *breaks, const uint16_t *text, int32_t length, int32_t *status) {
  ubrk_setText(BREAKS, (const UChar *)text, length, STATUS);
}

int32_t cicu_ubrk_first(cicu_WordBreaks *breaks) { return ubrk_first(BREAKS); }

int32_t cicu_ubrk_next(cicu_WordBreaks *breaks) { return ubrk_next(BREAKS); }

int32_t cicu_ubrk_getRuleStatus(cicu_WordBreaks *breaks) { return ubrk_getRuleStatus(BREAKS); }

int32_t cicu_ubrk_getBinaryRules(
    cicu_WordBreaks *breaks, uint8_t *target, int32_t capacity, int32_t *status) {
  return ubrk_getBinaryRules(BREAKS, target, capacity, STATUS);
}

// Data in ICU's own formats

#define TRIE ((UCPTrie *)trie)

cicu_Data *cicu_udata_openCJDictionary(int32_t *status) {
  return (cicu_Data *)udata_open(NULL, "dict", "brkitr/cjdict", STATUS);
}

const void *cicu_udata_memory(cicu_Data *data) { return udata_getMemory((UDataMemory *)data); }

void cicu_udata_close(cicu_Data *data) { udata_close((UDataMemory *)data); }

cicu_CodePointTrie *cicu_ucptrie_open(const void *data, int32_t length, int32_t *status) {
  return (cicu_CodePointTrie *)ucptrie_openFromBinary(
      UCPTRIE_TYPE_ANY, UCPTRIE_VALUE_BITS_ANY, data, length, NULL, STATUS);
}

uint32_t cicu_ucptrie_get(const cicu_CodePointTrie *trie, uint32_t character) {
  return ucptrie_get((const UCPTrie *)trie, (UChar32)character);
}

void cicu_ucptrie_close(cicu_CodePointTrie *trie) { ucptrie_close(TRIE); }

// Normalisation

#define NORMALIZER ((const UNormalizer2 *)normalizer)

const cicu_Normalizer *cicu_unorm2_getNFKCCasefold(int32_t *status) {
  return (const cicu_Normalizer *)unorm2_getNFKCCasefoldInstance(STATUS);
}

const cicu_Normalizer *cicu_unorm2_getNFC(int32_t *status) {
  return (const cicu_Normalizer *)unorm2_getNFCInstance((UErrorCode *)status);
}

const cicu_Normalizer *cicu_unorm2_getNFKC(int32_t *status) {
  return (const cicu_Normalizer *)unorm2_getNFKCInstance(STATUS);
}

bool cicu_unorm2_isQuickYes(
    const cicu_Normalizer *normalizer, uint32_t character, int32_t *status) {
  UChar units[2];
  int32_t length = 0;
  UBool isError = false;
  U16_APPEND(units, length, 2, (UChar32)character, isError);
  return !isError && unorm2_quickCheck(NORMALIZER, units, length, STATUS) == UNORM_YES;
}

bool cicu_unorm2_hasBoundaryBefore(const cicu_Normalizer *normalizer, uint32_t character) {
  return unorm2_hasBoundaryBefore(NORMALIZER, (UChar32)character);
}

int32_t cicu_unorm2_normalize(
    const cicu_Normalizer *normalizer, const uint16_t *source, int32_t length, uint16_t *target,
    int32_t capacity, int32_t *status) {
  return unorm2_normalize(
      NORMALIZER, (const UChar *)source, length, (UChar *)target, capacity, STATUS);
}

int32_t cicu_casefoldCandidates(
    uint32_t *firsts, uint32_t *lasts, int32_t capacity, int32_t *status) {
  static const UChar pattern[] = u"[[:CWKCF:][:^ccc=0:][:NFKC_QC=Maybe:][:NFC_QC=Maybe:]]";
  USet *set = uset_openPattern(pattern, -1, STATUS);
  if (!set) return 0;
  int32_t count = uset_getRangeCount(set);
  for (int32_t index = 0; index < count && index < capacity; index++) {
    UChar32 first, last;
    uset_getItem(set, index, &first, &last, NULL, 0, STATUS);
    firsts[index] = (uint32_t)first;
    lasts[index] = (uint32_t)last;
  }
  uset_close(set);
  return count;
}

// Transliteration

cicu_Transliterator *cicu_utrans_open(
    const uint16_t *identifier, int32_t length, int32_t *status) {
  return (cicu_Transliterator *)utrans_openU(
      (const UChar *)identifier, length, UTRANS_FORWARD, NULL, 0, NULL, STATUS);
}

void cicu_utrans_close(cicu_Transliterator *transliterator) {
  utrans_close((UTransliterator *)transliterator);
}

void cicu_utrans_transUChars(
    const cicu_Transliterator *transliterator, uint16_t *text, int32_t *length, int32_t capacity,
    int32_t start, int32_t *limit, int32_t *status) {
  utrans_transUChars(
      (const UTransliterator *)transliterator, (UChar *)text, length, capacity, start, limit,
      STATUS);
}

int32_t cicu_utrans_toRules(
    const cicu_Transliterator *transliterator, uint16_t *target, int32_t capacity,
    int32_t *status) {
  return utrans_toRules(
      (const UTransliterator *)transliterator, false, (UChar *)target, capacity, STATUS);
}

// Charsets

#define DETECTOR ((UCharsetDetector *)detector)

cicu_CharsetDetector *cicu_ucsdet_open(int32_t *status) {
  return (cicu_CharsetDetector *)ucsdet_open(STATUS);
}

void cicu_ucsdet_close(cicu_CharsetDetector *detector) { ucsdet_close(DETECTOR); }

void cicu_ucsdet_setText(
    cicu_CharsetDetector *detector, const char *bytes, int32_t length, int32_t *status) {
  ucsdet_setText(DETECTOR, bytes, length, STATUS);
}

int32_t cicu_ucsdet_detect(cicu_CharsetDetector *detector, int32_t *status) {
  int32_t count = 0;
  ucsdet_detectAll(DETECTOR, &count, STATUS);
  return count;
}

static const UCharsetMatch *match(
    cicu_CharsetDetector *detector, int32_t index, int32_t *status) {
  int32_t count = 0;
  const UCharsetMatch **matches = ucsdet_detectAll(DETECTOR, &count, STATUS);
  return matches && index < count ? matches[index] : NULL;
}

const char *cicu_ucsdet_getName(cicu_CharsetDetector *detector, int32_t index, int32_t *status) {
  const UCharsetMatch *found = match(detector, index, status);
  return found ? ucsdet_getName(found, STATUS) : NULL;
}

int32_t cicu_ucsdet_getConfidence(
    cicu_CharsetDetector *detector, int32_t index, int32_t *status) {
  const UCharsetMatch *found = match(detector, index, status);
  return found ? ucsdet_getConfidence(found, STATUS) : 0;
}

cicu_Converter *cicu_ucnv_open(const char *name, int32_t *status) {
  return (cicu_Converter *)ucnv_open(name, STATUS);
}

void cicu_ucnv_close(cicu_Converter *converter) { ucnv_close((UConverter *)converter); }

int32_t cicu_ucnv_toUChars(
    cicu_Converter *converter, uint16_t *target, int32_t capacity, const char *source,
    int32_t length, int32_t *status) {
  return ucnv_toUChars(
      (UConverter *)converter, (UChar *)target, capacity, source, length, STATUS);
}

// Character properties

int32_t cicu_script(uint32_t character) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript((UChar32)character, &status)) {
    case USCRIPT_COMMON: return CICU_SCRIPT_COMMON;
    case USCRIPT_HAN: return CICU_SCRIPT_HAN;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA: return CICU_SCRIPT_KANA;
    case USCRIPT_HANGUL: return CICU_SCRIPT_HANGUL;
    default: return CICU_SCRIPT_OTHER;
  }
}

static bool hasCategory(uint32_t character, uint32_t mask) {
  return (U_GET_GC_MASK((UChar32)character) & mask) != 0;
}

bool cicu_isLetter(uint32_t character) { return u_isalpha((UChar32)character); }

bool cicu_isDigit(uint32_t character) { return u_isdigit((UChar32)character); }

bool cicu_isPunctuationOrSymbol(uint32_t character) {
  return hasCategory(character, U_GC_P_MASK | U_GC_S_MASK);
}

bool cicu_isMarkOrControl(uint32_t character) {
  return hasCategory(character, U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CC_MASK | U_GC_CF_MASK);
}

bool cicu_isWhiteSpace(uint32_t character) { return u_isUWhiteSpace((UChar32)character); }

bool cicu_isWide(uint32_t character) {
  int32_t width = u_getIntPropertyValue((UChar32)character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}
