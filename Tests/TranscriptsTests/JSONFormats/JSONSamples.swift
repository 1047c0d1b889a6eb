/// Small documents of each JSON format, in the shapes that services document and programs write, with the cues
/// that they hold.
struct JSONSample: CustomStringConvertible {
  let format: String
  let text: String
  let cues: [String]
  var description: String { format + " " + text.prefix(40) }

  init(_ format: String, _ text: String, _ cues: String...) {
    (self.format, self.text, self.cues) = (format, text, cues)
  }

  static let all = whisper + recognizers + chineseRecognizers + platforms + others

  static let whisper = [
    JSONSample(
      "whisper",
      #"{"text":" 你好","segments":[{"id":0,"seek":0,"start":0.0,"end":2.5,"text":" 你好","tokens":[50364]}],"language":"zh"}"#,
      "0-2500 |你好"),
    // OpenAI's diarized_json.
    JSONSample(
      "whisper",
      #"{"task":"transcribe","duration":4,"text":"","segments":[{"type":"transcript.text.segment","id":"seg_0","start":0.5,"end":2,"text":"数据","speaker":"A"}]}"#,
      "500-2000 A|数据"),
    // OpenAI's verbose_json where only words are asked for.
    JSONSample(
      "whisper",
      #"{"task":"transcribe","language":"chinese","duration":9,"text":"你好 OpenAI 的 GPT","words":[{"word":"你好","start":0,"end":0.4},{"word":"OpenAI","start":0.4,"end":1},{"word":"GPT","start":1.5,"end":2},{"word":"五","start":4,"end":4.5}]}"#,
      "0-2000 |你好OpenAI GPT", "4000-4500 |五"),
    // A recording without speech.
    JSONSample("whisper", #"{"text":"","segments":[],"language":"zh"}"#),
    // WhisperX names no speaker of the segment, but of words; a word may have no times.
    JSONSample(
      "whisper",
      #"{"segments":[{"start":1,"end":5,"text":"你好 world 再见","words":[{"word":"你好","start":1.1,"end":1.5,"speaker":"SPEAKER_00"},{"word":"world","score":0.9},{"word":"再见","start":3,"end":4,"speaker":"SPEAKER_01"}]},{"start":5,"end":6,"text":"好","words":[{"word":"好","start":5,"end":6}]}],"word_segments":[]}"#,
      "1000-1500 SPEAKER_00|你好world", "3000-5000 SPEAKER_01|再见", "5000-6000 |好"),
    // The segment's own speaker stays.
    JSONSample(
      "whisper",
      #"{"segments":[{"start":1,"end":5,"text":"你好","speaker":"SPEAKER_02","words":[{"word":"你","start":1,"end":2,"speaker":"SPEAKER_00"},{"word":"好","start":2,"end":3,"speaker":"SPEAKER_01"}]}]}"#,
      "1000-5000 SPEAKER_02|你好"),
    JSONSample(
      "whisper.cpp",
      #"{"systeminfo":"x","result":{"language":"zh"},"transcription":[{"timestamps":{"from":"00:00:00,000","to":"00:00:01,500"},"offsets":{"from":0,"to":1500},"text":" 你好","tokens":[{"text":" 你","offsets":{"from":0,"to":500},"id":1,"p":0.9,"t_dtw":-1}],"speaker":"0","speaker_turn_next":true},{"offsets":{"from":1500,"to":2000},"text":" 好","speaker":"?"}]}"#,
      "0-1500 0|你好", "1500-2000 |好"),
    JSONSample(
      "faster-whisper",
      #"[{"id":1,"seek":0,"start":1.0,"end":3.5,"text":" 早上","tokens":[1],"words":null}]"#,
      "1000-3500 |早上"),
    JSONSample(
      "faster-whisper",
      #"[[1,0,0.0,2.48," 你好",[50364],-0.2,1.1,0.01,[[0.0,0.4,"你",0.9]]],[2,0,2.48,3,"再见",[]]]"#,
      "0-2480 |你好", "2480-3000 |再见"),
    JSONSample(
      "faster-whisper", #"[[0.0,2.48," 你好"],[2.48,3," 5"]]"#, "0-2480 |你好", "2480-3000 |5"),
    JSONSample(
      "faster-whisper", #"{"segments":[[1,0,0.5,2," 你好",[1]]],"info":["zh",0.9]}"#, "500-2000 |你好"),
    JSONSample(
      "transformers",
      #"{"text":"…","chunks":[{"timestamp":[0.0,2.5],"text":" 我们今天聊一聊人工智能和数据"},{"timestamp":[2.5,null],"text":"好"}]}"#,
      "0-2500 |我们今天聊一聊人工智能和数据", "2500-? |好"),
    // Time stamps of words.
    JSONSample(
      "transformers",
      #"{"text":"…","chunks":[{"timestamp":[0.0,0.5],"text":" Hello"},{"timestamp":[0.5,1]," text":"","text":" world."},{"timestamp":[1,2],"text":" Yes"}]}"#,
      "0-1000 |Hello world.", "1000-2000 |Yes"),
    // insanely-fast-whisper with speakers: the chunks are there twice.
    JSONSample(
      "transformers",
      #"{"speakers":[{"speaker":"SPEAKER_00","text":" 大家好","timestamp":[0.0,2.0]},{"speaker":"SPEAKER_01","text":" 你好","timestamp":[2.0,3.0]}],"chunks":[{"timestamp":[0.0,3.0],"text":" 大家好 你好"}],"text":"…"}"#,
      "0-2000 SPEAKER_00|大家好", "2000-3000 SPEAKER_01|你好"),
  ]

  static let recognizers = [
    JSONSample(
      "aws",
      #"{"jobName":"x","results":{"transcripts":[{"transcript":"…"}],"items":[{"start_time":"0.5","end_time":"0.7","alternatives":[{"content":"我们"}],"type":"pronunciation"}],"audio_segments":[{"id":0,"transcript":"我们今天聊数据","start_time":"0.5","end_time":"2.0","speaker_label":"spk_0","items":[0]}]}}"#,
      "500-2000 spk_0|我们今天聊数据"),
    // Older files: speakers by start times, punctuation without times.
    JSONSample(
      "aws",
      #"{"jobName":"x","accountId":"1","results":{"transcripts":[{"transcript":"…"}],"speaker_labels":{"speakers":2,"segments":[{"start_time":"0.04","speaker_label":"spk_0","end_time":"1.0","items":[{"start_time":"0.04","speaker_label":"spk_0","end_time":"0.5"},{"start_time":"0.5","speaker_label":"spk_0","end_time":"1.0"}]},{"start_time":"1.2","speaker_label":"spk_1","end_time":"2.0","items":[{"start_time":"1.2","speaker_label":"spk_1","end_time":"2.0"}]}]},"items":[{"start_time":"0.04","end_time":"0.5","alternatives":[{"confidence":"1","content":"Hello"}],"type":"pronunciation"},{"start_time":"0.5","end_time":"1.0","alternatives":[{"content":"world"}],"type":"pronunciation"},{"alternatives":[{"confidence":"0.0","content":","}],"type":"punctuation"},{"start_time":"1.2","end_time":"2.0","alternatives":[{"content":"Yes"}],"type":"pronunciation"},{"alternatives":[{"content":"."}],"type":"punctuation"}]},"status":"COMPLETED"}"#,
      "40-1000 spk_0|Hello world,", "1200-2000 spk_1|Yes."),
    JSONSample(
      "azure",
      #"{"durationMilliseconds":9000,"combinedPhrases":[{"text":"…"}],"phrases":[{"channel":0,"speaker":1,"offsetMilliseconds":760,"durationMilliseconds":1320,"text":"你好。","words":[],"locale":"zh-CN"}]}"#,
      "760-2080 1|你好。"),
    // Batch transcription; phrases of the second channel stand behind those of the first one.
    JSONSample(
      "azure",
      #"{"source":"x","durationInTicks":41200000,"duration":"PT1M4.12S","combinedRecognizedPhrases":[],"recognizedPhrases":[{"recognitionStatus":"Success","channel":0,"offset":"PT1M0.07S","duration":"PT1.59S","offsetInTicks":600700000.0,"durationInTicks":15900000.0,"nBest":[{"confidence":0.9,"lexical":"再见","display":"再见。"}]},{"recognitionStatus":"Success","channel":1,"speaker":2,"offset":"PT1.5S","duration":"PT1S","nBest":[{"display":"你好。"}]}]}"#,
      "1500-2500 2|你好。", "60070-61660 |再见。"),
    JSONSample(
      "google",
      #"{"results":[{"alternatives":[{"transcript":"早上的 fresh 豆子","confidence":0.9,"words":[{"startOffset":"1s","endOffset":"1.500s","word":"早上的","speakerLabel":"1"},{"startOffset":"1.500s","endOffset":"2s","word":"fresh","speakerLabel":"1"}]}],"resultEndOffset":"3.500s","languageCode":"cmn-Hans-CN"},{"alternatives":[{"transcript":"好"}],"resultEndOffset":"5s"},{"resultEndOffset":"9s"}]}"#,
      "1000-2000 1|早上的 fresh 豆子", "3500-5000 |好"),
    // Version 1 with speakers repeats all words in a last result.
    JSONSample(
      "google",
      #"{"name":"1","done":true,"response":{"results":[{"alternatives":[{"transcript":"hi there","words":[{"startTime":"0s","endTime":"0.300s","word":"hi"},{"startTime":"0.3s","endTime":"0.600s","word":"there"}]}],"resultEndTime":"1s"},{"alternatives":[{"words":[{"startTime":"0s","endTime":"0.300s","word":"hi","speakerTag":1},{"startTime":{"nanos":300000000},"endTime":{"seconds":"0","nanos":600000000},"word":"there","speakerTag":2}]}]}]}}"#,
      "0-300 1|hi", "300-600 2|there"),
    // A batch, with a list of results for each file.
    JSONSample(
      "google",
      #"{"results":{"gs://x/a.wav":{"uri":"x","transcript":{"results":[{"alternatives":[{"transcript":"你好"}],"resultEndOffset":"2s"}]}}}}"#,
      "0-2000 |你好"),
    JSONSample(
      "deepgram",
      #"{"metadata":{},"results":{"channels":[{"alternatives":[{"transcript":"x","words":[]}]}],"utterances":[{"start":0.5,"end":2.0,"confidence":0.9,"channel":0,"transcript":"你好","words":[{"word":"你好","start":0.5,"end":2.0,"speaker":0}],"speaker":0,"id":"x"}]}}"#,
      "500-2000 0|你好"),
    JSONSample(
      "deepgram",
      #"{"results":{"channels":[{"alternatives":[{"transcript":"x","words":[],"paragraphs":{"transcript":"x","paragraphs":[{"sentences":[{"text":"Hello.","start":0.1,"end":0.9},{"text":"World.","start":1,"end":2}],"speaker":1,"num_words":2,"start":0.1,"end":2}]}}]}]}}"#,
      "100-900 1|Hello.", "1000-2000 1|World."),
    JSONSample(
      "deepgram",
      #"{"results":{"channels":[{"alternatives":[{"transcript":"hello world","words":[{"word":"hello","start":0.1,"end":0.4,"punctuated_word":"Hello"},{"word":"world","start":0.5,"end":0.9,"punctuated_word":"world."},{"word":"yes","start":1,"end":1.2}]}]}]}}"#,
      "100-900 |Hello world.", "1000-1200 |yes"),
    // Two channels without speakers, one behind the other.
    JSONSample(
      "deepgram",
      #"{"results":{"channels":[{"alternatives":[{"words":[{"word":"hello","start":1,"end":2}]}]},{"alternatives":[{"words":[{"word":"yes","start":0.5,"end":1}]}]}]}}"#,
      "500-1000 1|yes", "1000-2000 0|hello"),
    JSONSample(
      "assemblyai",
      #"{"id":"x","audio_url":"x","status":"completed","text":"…","words":[{"text":"你好","start":250,"end":500,"speaker":"A"}],"utterances":[{"speaker":"A","text":"你好 world","confidence":0.9,"start":250,"end":900,"words":[{"text":"你好","start":250,"end":500,"speaker":"A"}]}]}"#,
      "250-900 A|你好 world"),
    JSONSample(
      "assemblyai",
      #"{"id":"x","audio_url":"x","text":"…","utterances":null,"words":[{"text":"Hello","start":250,"end":500},{"text":"there.","start":500,"end":900},{"text":"Yes","start":2000,"end":2100}]}"#,
      "250-900 |Hello there.", "2000-2100 |Yes"),
    JSONSample(
      "assemblyai",
      #"{"sentences":[{"text":"Hello.","start":250,"end":900,"words":[],"confidence":1,"speaker":null}],"id":"x","audio_duration":300}"#,
      "250-900 |Hello."),
    JSONSample(
      "rev",
      #"{"speakers":[{"id":1,"name":"主持人"}],"monologues":[{"speaker":0,"elements":[{"type":"text","value":"Hi","ts":0.5,"end_ts":0.8,"confidence":1},{"type":"punct","value":", "},{"type":"text","value":"there","ts":0.8,"end_ts":1},{"type":"punct","value":"."},{"type":"punct","value":" "},{"type":"text","value":"Bye","ts":1.2,"end_ts":1.5}]},{"speaker":1,"elements":[{"type":"text","value":"你好","ts":2,"end_ts":3},{"type":"unknown","value":"<laugh>"}]}]}"#,
      "500-1000 0|Hi, there.", "1200-1500 0|Bye", "2000-3000 主持人|你好<laugh>"),
    JSONSample(
      "speechmatics",
      #"{"format":"2.9","job":{},"metadata":{},"results":[{"type":"word","start_time":0.1,"end_time":0.5,"alternatives":[{"content":"Hi","confidence":1,"speaker":"S1"}]},{"type":"word","start_time":0.5,"end_time":0.9,"alternatives":[{"content":"all","speaker":"S1"}]},{"type":"punctuation","start_time":0.9,"end_time":0.9,"attaches_to":"previous","is_eos":true,"alternatives":[{"content":".","speaker":"S1"}]},{"type":"word","start_time":1,"end_time":1.5,"alternatives":[{"content":"Hey","speaker":"S2"}]}]}"#,
      "100-900 S1|Hi all.", "1000-1500 S2|Hey"),
    // A speaker that it does not know.
    JSONSample(
      "speechmatics",
      #"{"results":[{"type":"word","start_time":1.6,"end_time":1.9,"alternatives":[{"content":"you","speaker":"UU"}]}]}"#,
      "1600-1900 |you"),
  ]
}
