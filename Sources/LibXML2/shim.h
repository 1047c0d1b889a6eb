// Only finds and links libxml2; its functions are called from CMarkup.
#include <libxml/xmlversion.h>
