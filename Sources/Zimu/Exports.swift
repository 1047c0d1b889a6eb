// The front door: whoever imports Zimu can name what its calls take and give.
@_exported public import CorpusAnalysis
@_exported public import Evaluation
@_exported public import FilePaths
@_exported public import Indexing
@_exported public import InvertedIndex
@_exported public import TextNormalization
@_exported public import TranscriptSearch
@_exported public import Transcripts
@_exported public import UserInput
@_exported public import WordSegmentation
