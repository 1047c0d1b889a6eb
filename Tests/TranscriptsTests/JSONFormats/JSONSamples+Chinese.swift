extension JSONSample {
  static let chineseRecognizers = [
    JSONSample(
      "funasr",
      #"[{"key":"a","text":"我们，好。","timestamp":[[0,200]],"sentence_info":[{"text":"我们，","start":500,"end":2000,"timestamp":[[500,700]],"spk":0},{"text":"好。","start":2000,"end":4000,"spk":1}]}]"#,
      "500-2000 0|我们，", "2000-4000 1|好。"),
    // Sentences cut by pauses have another key.
    JSONSample(
      "funasr",
      #"[{"key":"a","text":"你好","sentence_info":[{"start":500,"end":2000,"sentence":"你好","timestamp":[[500,700]],"spk":0}]}]"#,
      "500-2000 0|你好"),
    // A pair of times for each character and each Latin word, none for punctuation.
    JSONSample(
      "funasr",
      #"[{"key":"a","text":"欢迎 open ai 的，模型。好","timestamp":[[0,100],[100,200],[200,500],[500,600],[600,700],[700,800],[800,900],[900,1000]]}]"#,
      "0-900 |欢迎open ai的，模型。", "900-1000 |好"),
    // What its server answers.
    JSONSample(
      "funasr",
      #"{"mode":"offline","wav_name":"a","text":"…","timestamp":"[[430,670]]","stamp_sents":[{"text_seg":"正 是 open ai","punc":"，","start":430,"end":"1130","ts_list":[[430,670]]},{"text_seg":"好","punc":"","start":1130,"end":2000,"ts_list":[]}]}"#,
      "430-1130 |正是open ai，", "1130-2000 |好"),
    // Where there are not as many pairs, the text is one cue.
    JSONSample(
      "funasr", #"{"key":"a","text":"你好吗","timestamp":[[10,100],[100,200]]}"#, "10-200 |你好吗"),
    JSONSample(
      "funasr", #"[{"key":"a","text":"<|zh|><|NEUTRAL|><|Speech|><|withitn|>你好。"}]"#, "?-? |你好。"),
    JSONSample(
      "dashscope",
      #"{"file_url":"x","properties":{},"transcripts":[{"channel_id":0,"text":"…","sentences":[{"begin_time":3000,"end_time":4000,"text":"再见。","sentence_id":1,"speaker_id":0,"words":[]}]},{"channel_id":1,"sentences":[{"begin_time":500,"end_time":2000,"text":"你好。"}]}]}"#,
      "500-2000 |你好。", "3000-4000 0|再见。"),
    JSONSample(
      "volcengine",
      #"{"audio_info":{"duration":3696},"result":{"additions":{},"text":"…","utterances":[{"definite":true,"start_time":200,"end_time":1200,"text":"你好。","words":[],"additions":{"speaker":"1"}},{"start_time":1400,"end_time":2400,"text":"好。"}]}}"#,
      "200-1200 1|你好。", "1400-2400 |好。"),
    // The older interface has a list of results.
    JSONSample(
      "volcengine",
      #"{"reqid":"a","code":1000,"result":[{"text":"…","confidence":100,"utterances":[{"text":"识别","start_time":200,"end_time":1200,"words":[]}]}]}"#,
      "200-1200 |识别"),
    JSONSample(
      "volcengine",
      #"{"id":"x","code":0,"duration":9.2,"utterances":[{"text":"字幕","start_time":0,"end_time":3197,"attribute":{"speaker":"2"}}]}"#,
      "0-3197 2|字幕"),
    JSONSample(
      "tingwu-json",
      #"{"TaskId":"x","Transcription":{"AudioInfo":{"Size":1},"Paragraphs":[{"ParagraphId":"1","SpeakerId":"1","Words":[{"Id":10,"SentenceId":1,"Start":4970,"End":5560,"Text":"您好，"},{"Id":20,"SentenceId":1,"Start":5730,"End":6176,"Text":"我是"},{"Id":30,"SentenceId":2,"Start":6200,"End":6500,"Text":"好"}]},{"ParagraphId":"2","SpeakerId":"2","Words":[{"Id":40,"SentenceId":3,"Start":7000,"End":7100,"Text":"嗯"}]}]}}"#,
      "4970-6176 1|您好，我是", "6200-6500 1|好", "7000-7100 2|嗯"),
    // JSON in a string in JSON in a string; the first candidates count; role 0 is nobody.
    JSONSample(
      "iflytek",
      #"{"code":"000000","content":{"orderInfo":{"status":4},"orderResult":"{\"lattice\":[{\"json_1best\":\"{\\\"st\\\":{\\\"bg\\\":\\\"50\\\",\\\"ed\\\":\\\"1840\\\",\\\"rl\\\":\\\"1\\\",\\\"rt\\\":[{\\\"ws\\\":[{\\\"wb\\\":1,\\\"we\\\":16,\\\"cw\\\":[{\\\"w\\\":\\\"你好\\\",\\\"wp\\\":\\\"n\\\"},{\\\"w\\\":\\\"拟好\\\"}]},{\\\"cw\\\":[{\\\"w\\\":\\\"。\\\",\\\"wp\\\":\\\"p\\\"}]}]}]}}\"}],\"lattice2\":[]}"},"descInfo":"success"}"#,
      "50-1840 1|你好。"),
    JSONSample(
      "iflytek",
      #"{"lattice2":[{"lid":"0","begin":"50","end":"1840","spk":"段落-0","json_1best":{"st":{"bg":"50","ed":"1840","rl":"0","rt":[{"ws":[{"cw":[{"w":"Hello"}]},{"cw":[{"w":"world"}]}]}]}}},{"json_1best":"broken"}]}"#,
      "50-1840 |Hello world"),
    JSONSample(
      "iflytek",
      #"{"ok":0,"err_no":0,"failed":null,"data":"[{\"bg\":\"100\",\"ed\":\"1220\",\"onebest\":\"那你们怎么样？\",\"speaker\":\"1\"},{\"bg\":\"1220\",\"ed\":\"3180\",\"onebest\":\"挺好\",\"speaker\":\"0\"}]"}"#,
      "100-1220 1|那你们怎么样？", "1220-3180 |挺好"),
    JSONSample(
      "iflytek", #"[{"bg":"920","ed":"3370","onebest":"啊在用的，","speaker":"2"}]"#, "920-3370 2|啊在用的，"),
    JSONSample(
      "tencent-asr",
      #"{"Response":{"RequestId":"x","Data":{"TaskId":1,"Status":2,"Result":"…","ResultDetail":[{"FinalSentence":"早上好。","SliceSentence":"早上 好","StartMs":1000,"EndMs":3500,"WordsNum":2,"Words":[],"SpeakerId":0}]}}}"#,
      "1000-3500 0|早上好。"),
    // Without details there is a line for each sentence.
    JSONSample(
      "tencent-asr",
      #"{"Data":{"TaskId":1,"Result":"[0:1.000,0:3.500,0]  早上\n[1:4.020,1:6.5]  手冲咖啡\n\n","ResultDetail":null}}"#,
      "1000-3500 0|早上", "64020-66500 |手冲咖啡"),
    JSONSample(
      "tencent-asr",
      #"{"request_id":"x","code":0,"audio_duration":2386,"flash_result":[{"text":"…","channel_id":0,"sentence_list":[{"text":"你好","start_time":100,"end_time":2200,"speaker_id":1,"word_list":[]}]}]}"#,
      "100-2200 1|你好"),
  ]

  static let platforms = [
    // Segments of single words; the speaker may stand only where it changes.
    JSONSample(
      "podcast-json",
      #"{"version":"1.0.0","segments":[{"speaker":"主持人","startTime":0.5,"endTime":0.7,"body":"我们"},{"startTime":0.7,"endTime":1.0,"body":"今天"},{"speaker":"嘉宾","startTime":2.0,"endTime":4.0,"body":"人工智能"}]}"#,
      "500-1000 主持人|我们今天", "2000-4000 嘉宾|人工智能"),
    JSONSample(
      "podcast-json",
      #"{"version":"1.0.0","segments":[{"speaker":"Anna","startTime":0.5,"endTime":1,"body":"The bakery opens."},{"startTime":1,"endTime":2,"body":"At seven"}]}"#,
      "500-1000 Anna|The bakery opens.", "1000-2000 Anna|At seven"),
    // Recognised lines end where the next one begins; windows and line breaks are no cues.
    JSONSample(
      "json3",
      #"{"wireMagic":"pb3","pens":[{}],"events":[{"tStartMs":0,"dDurationMs":942360,"id":1,"wpWinPosId":1},{"tStartMs":80,"dDurationMs":4440,"wWinId":1,"segs":[{"utf8":"Quando","acAsrConf":0},{"utf8":" afirmo","tOffsetMs":160}]},{"tStartMs":2000,"dDurationMs":10,"wWinId":1,"aAppend":1,"segs":[{"utf8":"\n"}]},{"tStartMs":2010,"dDurationMs":2000,"wWinId":1,"segs":[{"utf8":"人工"},{"utf8":"智能","tOffsetMs":500}]}]}"#,
      "80-2010 |Quando afirmo", "2010-4010 |人工智能"),
    // Lines that people wrote may overlap.
    JSONSample(
      "json3",
      #"{"wireMagic":"pb3","events":[{"tStartMs":0,"dDurationMs":4000,"segs":[{"utf8":"一\n行"}]},{"tStartMs":2000,"dDurationMs":500,"segs":[{"utf8":"二"}]}]}"#,
      "0-4000 |一 行", "2000-2500 |二"),
    JSONSample(
      "youtube-api",
      #"[{"text":"大家好\n今天","start":0.0,"duration":4.2},{"text":"数据","start":2.1,"duration":4.0}]"#,
      "0-4200 |大家好 今天", "2100-6100 |数据"),
    JSONSample(
      "youtube-api", #"[[{"text":"大家好","start":0.5,"duration":4.25}]]"#, "500-4750 |大家好"),
    JSONSample(
      "bilibili",
      #"{"font_size":0.4,"font_color":"x","Stroke":"none","type":"AIsubtitle","lang":"zh","body":[{"from":0.5,"to":2.0,"sid":1,"location":2,"content":"聊数据","music":0.0}]}"#,
      "500-2000 |聊数据"),
    JSONSample(
      "jianying",
      #"{"canvas_config":{},"duration":9000000,"materials":{"texts":[{"id":"B","content":"<font id=\"\" path=\"\"><color=(1,1,1,1)><size=15.0>[第[二]句]</size></color></font>"},{"id":"A","content":"{\"styles\":[],\"text\":\"第一\\n句\"}","type":"subtitle"},{"id":"C","content":"没有标签"}],"videos":[]},"tracks":[{"type":"video","segments":[{"material_id":"V","target_timerange":{"start":0,"duration":5}}]},{"type":"text","segments":[{"material_id":"B","target_timerange":{"start":4000000,"duration":2500500}}]},{"type":"text","segments":[{"material_id":"A","target_timerange":{"start":1000000,"duration":2500000}},{"material_id":"C","target_timerange":{"start":7000499,"duration":1}},{"material_id":"sticker","target_timerange":{"start":0,"duration":1}}]}]}"#,
      "1000-3500 |第一 句", "4000-6501 |第[二]句", "7000-7001 |没有标签"),
  ]

  static let others = [
    JSONSample("json", #"[{"text":"你好","start":0.5,"end":1}]"#, "500-1000 |你好"),
    JSONSample(
      "json", #"[{"开始时间":"00:00:01.5","结束时间":"00:00:03","说话人":"甲","内容":"你好"}]"#, "1500-3000 甲|你好"),
    // Integers are milliseconds if they are far apart.
    JSONSample(
      "json",
      #"{"code":0,"data":{"items":[{"Text":"你好","BeginTime":1000,"EndTime":3000,"SpeakerId":1},{"Text":"好","BeginTime":3000,"EndTime":4000}]}}"#,
      "1000-3000 1|你好", "3000-4000 |好"),
    JSONSample(
      "json", #"[{"text":"你好","start":1,"end":3},{"text":"好","start":3,"end":7}]"#, "1000-3000 |你好",
      "3000-7000 |好"),
    JSONSample(
      "json", #"{"cues":[{"start_ms":5,"end_ms":9,"body":"你好","speaker":{"name":"甲"}}]}"#,
      "5-9 甲|你好"),
    JSONSample(
      "json", #"{"captions":[{"content":"你好","start":"1.5","dur":"2"}]}"#, "1500-3500 |你好"),
    // The keys of other formats with another unit.
    JSONSample(
      "json",
      #"{"segments":[{"start":0,"end":2480,"text":"你好"},{"start":2480,"end":3000,"text":"好"}]}"#,
      "0-2480 |你好", "2480-3000 |好"),
    JSONSample(
      "json", #"{"utterances":[{"speaker":0,"start":0.5,"end":2.0,"text":"你好","words":[]}]}"#,
      "500-2000 0|你好"),
    // 阿里云's older interface.
    JSONSample(
      "json",
      #"{"TaskId":"x","Result":{"Sentences":[{"EndTime":4370,"SilenceDuration":0,"BeginTime":340,"Text":"我是","ChannelId":0}]}}"#,
      "340-4370 |我是"),
    // Both times in one string, as people ask language models for.
    JSONSample(
      "json",
      #"[{"timestamp":"00:01 - 00:05","speaker":"甲","text":"你好"},{"timestamp":"00:05-00:09","text":"好"}]"#,
      "1000-5000 甲|你好", "5000-9000 |好"),
    JSONSample(
      "json", #"{"segments":[{"startTime":0.25,"endTime":0.75,"sentence":"你好"}]}"#, "250-750 |你好"),
    // Words with their spaces, as those of ElevenLabs.
    JSONSample(
      "json",
      #"{"language_code":"en","text":"…","words":[{"text":"Hello","start":0.1,"end":0.5,"type":"word","speaker_id":"speaker_0"},{"text":" ","start":0.5,"end":0.6,"type":"spacing","speaker_id":"speaker_0"},{"text":"world.","start":0.6,"end":0.9,"type":"word","speaker_id":"speaker_0"}]}"#,
      "100-900 speaker_0|Hello world."),
  ]
}
