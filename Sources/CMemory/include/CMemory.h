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

/// Has every block from 4 MB on returned to the system when it is freed. Of its own accord glibc
/// raises that bound with the blocks that it sees, and then keeps tens of megabytes.
static inline void return_large_blocks(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
#endif
}

/// Gives free memory back to the system, which glibc else keeps for later.
static inline void return_free_memory(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

#endif
