// Only finds and links ICU; its functions are called from CICU.
#include <unicode/uvernum.h>
