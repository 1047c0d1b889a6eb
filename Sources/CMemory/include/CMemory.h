#ifndef C_MEMORY_H
#define C_MEMORY_H

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/// Asks for the cache line at an address, which need not be valid; Swift has no word for it.
static inline void prefetch(const void *_Nonnull address) {
  __builtin_prefetch(address);
}

/// Gives free memory back to the system, which glibc else keeps for later.
static inline void return_free_memory(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

#endif
