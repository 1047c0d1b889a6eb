#ifndef C_PREFETCH_H
#define C_PREFETCH_H

/// Asks for the cache line at an address, which need not be valid; Swift has no word for it.
static inline void prefetch(const void *_Nonnull address) {
  __builtin_prefetch(address);
}

#endif
