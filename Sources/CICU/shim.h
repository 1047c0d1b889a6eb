// ICU's C functions are macros that carry the library's version in their names, which Swift does
// not import. Each wrapper here only forwards to the function it is named after.

#ifndef CICU_SHIM_H
#define CICU_SHIM_H

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

// Errors and versions

static inline const char *_Nonnull cicu_u_errorName(UErrorCode code) { return u_errorName(code); }

static inline void cicu_u_getVersion(uint8_t *_Nonnull version) { u_getVersion(version); }

static inline void cicu_u_getUnicodeVersion(uint8_t *_Nonnull version) {
  u_getUnicodeVersion(version);
}

// Word breaks

static inline UBreakIterator *_Nullable cicu_ubrk_openWord(
    const char *_Nonnull locale, UErrorCode *_Nonnull status) {
  return ubrk_open(UBRK_WORD, locale, NULL, 0, status);
}

static inline void cicu_ubrk_close(UBreakIterator *_Nonnull iterator) { ubrk_close(iterator); }

static inline void cicu_ubrk_setText(
    UBreakIterator *_Nonnull iterator, const UChar *_Nonnull text, int32_t length,
    UErrorCode *_Nonnull status) {
  ubrk_setText(iterator, text, length, status);
}

static inline int32_t cicu_ubrk_first(UBreakIterator *_Nonnull iterator) {
  return ubrk_first(iterator);
}

static inline int32_t cicu_ubrk_next(UBreakIterator *_Nonnull iterator) {
  return ubrk_next(iterator);
}

static inline int32_t cicu_ubrk_getRuleStatus(UBreakIterator *_Nonnull iterator) {
  return ubrk_getRuleStatus(iterator);
}

// Normalisation

static inline const UNormalizer2 *_Nullable cicu_unorm2_getNFKCCasefoldInstance(
    UErrorCode *_Nonnull status) {
  return unorm2_getNFKCCasefoldInstance(status);
}

static inline int32_t cicu_unorm2_spanQuickCheckYes(
    const UNormalizer2 *_Nonnull normalizer, const UChar *_Nonnull text, int32_t length,
    UErrorCode *_Nonnull status) {
  return unorm2_spanQuickCheckYes(normalizer, text, length, status);
}

static inline UBool cicu_unorm2_hasBoundaryBefore(
    const UNormalizer2 *_Nonnull normalizer, UChar32 character) {
  return unorm2_hasBoundaryBefore(normalizer, character);
}

static inline int32_t cicu_unorm2_normalize(
    const UNormalizer2 *_Nonnull normalizer, const UChar *_Nonnull source, int32_t length,
    UChar *_Nullable target, int32_t capacity, UErrorCode *_Nonnull status) {
  return unorm2_normalize(normalizer, source, length, target, capacity, status);
}

// Transliteration

static inline UTransliterator *_Nullable cicu_utrans_open(
    const UChar *_Nonnull identifier, int32_t length, UErrorCode *_Nonnull status) {
  return (UTransliterator *)utrans_openU(
      identifier, length, UTRANS_FORWARD, NULL, 0, NULL, status);
}

static inline void cicu_utrans_close(UTransliterator *_Nonnull transliterator) {
  utrans_close((UTransliterator *)transliterator);
}

static inline void cicu_utrans_transUChars(
    const UTransliterator *_Nonnull transliterator, UChar *_Nonnull text,
    int32_t *_Nonnull length, int32_t capacity, int32_t start, int32_t *_Nonnull limit,
    UErrorCode *_Nonnull status) {
  utrans_transUChars(
      (const UTransliterator *)transliterator, text, length, capacity, start, limit, status);
}

// Charsets

static inline UCharsetDetector *_Nullable cicu_ucsdet_open(UErrorCode *_Nonnull status) {
  return ucsdet_open(status);
}

static inline void cicu_ucsdet_close(UCharsetDetector *_Nonnull detector) {
  ucsdet_close(detector);
}

static inline void cicu_ucsdet_setText(
    UCharsetDetector *_Nonnull detector, const char *_Nonnull bytes, int32_t length,
    UErrorCode *_Nonnull status) {
  ucsdet_setText(detector, bytes, length, status);
}

static inline const UCharsetMatch *_Nullable *_Nullable cicu_ucsdet_detectAll(
    UCharsetDetector *_Nonnull detector, int32_t *_Nonnull count, UErrorCode *_Nonnull status) {
  return ucsdet_detectAll(detector, count, status);
}

static inline const char *_Nullable cicu_ucsdet_getName(
    const UCharsetMatch *_Nonnull match, UErrorCode *_Nonnull status) {
  return ucsdet_getName(match, status);
}

static inline int32_t cicu_ucsdet_getConfidence(
    const UCharsetMatch *_Nonnull match, UErrorCode *_Nonnull status) {
  return ucsdet_getConfidence(match, status);
}

static inline UConverter *_Nullable cicu_ucnv_open(
    const char *_Nonnull name, UErrorCode *_Nonnull status) {
  return ucnv_open(name, status);
}

static inline void cicu_ucnv_close(UConverter *_Nonnull converter) { ucnv_close(converter); }

static inline int32_t cicu_ucnv_toUChars(
    UConverter *_Nonnull converter, UChar *_Nullable target, int32_t capacity,
    const char *_Nonnull source, int32_t length, UErrorCode *_Nonnull status) {
  return ucnv_toUChars(converter, target, capacity, source, length, status);
}

// Character properties

static inline int32_t cicu_u_getIntPropertyValue(UChar32 character, UProperty property) {
  return u_getIntPropertyValue(character, property);
}

static inline UBool cicu_u_hasBinaryProperty(UChar32 character, UProperty property) {
  return u_hasBinaryProperty(character, property);
}

static inline int8_t cicu_u_charType(UChar32 character) { return u_charType(character); }

#endif
