// The front door: the names of other modules that a caller of Zimu needs, and no others. What else these modules
// declare takes an import of its own.

// Requests and results of the analyses.
@_exported public import struct CorpusAnalysis.GroupStatistics
@_exported public import enum CorpusAnalysis.Grouping
@_exported public import struct CorpusAnalysis.HiddenTerms
@_exported public import enum CorpusAnalysis.KeynessMethod
@_exported public import struct CorpusAnalysis.MannKendall
@_exported public import struct CorpusAnalysis.PhraseCriteria
@_exported public import struct CorpusAnalysis.PhraseStatistics
@_exported public import struct CorpusAnalysis.RecordingPart
@_exported public import enum CorpusAnalysis.Repetition
@_exported public import struct CorpusAnalysis.StopWords
@_exported public import struct CorpusAnalysis.TermFilter
@_exported public import enum CorpusAnalysis.TermOrder
@_exported public import enum CorpusAnalysis.TermUnits
// Paths as the system has them.
@_exported public import struct FilePaths.FilePath
// What to index, and what became of it.
@_exported public import struct Indexing.EpisodeChange
@_exported public import struct Indexing.FileReport
@_exported public import struct Indexing.IndexingOptions
@_exported public import struct Indexing.IndexingProgress
@_exported public import struct Indexing.IndexingSummary
// Text in search form, and the way back.
@_exported public import struct TextNormalization.NormalizedText
@_exported public import struct TextNormalization.OffsetMap
@_exported public import struct TranscriptSearch.ClauseScore
// Searching.
@_exported public import enum TranscriptSearch.TextMatch
@_exported public import enum TranscriptSearch.ZeroHitReason
// Reading transcripts.
@_exported public import struct Transcripts.CueCleaning
@_exported public import struct Transcripts.NamePattern
@_exported public import struct Transcripts.RejectedFile
// Cutting words.
@_exported public import enum WordSegmentation.SegmentationEngine
@_exported public import struct WordSegmentation.UserDictionary
@_exported public import enum WordSegmentation.WordKind
