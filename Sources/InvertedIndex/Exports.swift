// The path of an episode is part of its record: whoever imports the index can name one.
@_exported public import FilePaths
