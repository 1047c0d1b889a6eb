import Testing
import TextNormalization
import TranscriptGenerator
import Transcripts
import Zimu

/// Whether an episode depends on what it should and on nothing else.
@Suite struct EpisodeGeneratorTests {
  @Test(arguments: TranscriptStyle.allCases)
  func orderAndThreadsMakeNoDifference(_ style: TranscriptStyle) async throws {
    let generator = try EpisodeGenerator(style, seed: 7)
    let forwards = (0..<24).map { generator.episode($0) }
    let again = try EpisodeGenerator(style, seed: 7)
    let backwards = (0..<24).reversed().map { again.episode($0) }
    #expect(forwards == backwards.reversed())
    let parallel = await withTaskGroup(of: (Int, GeneratedEpisode).self) { group in
      for number in 0..<24 { group.addTask { (number, generator.episode(number)) } }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(forwards.indices.allSatisfy { parallel[$0] == forwards[$0] })
  }

  @Test func seedAndStyleMakeADifference() throws {
    let first = try EpisodeGenerator(.sayit, seed: 1).episode(0)
    let second = try EpisodeGenerator(.sayit, seed: 2).episode(0)
    let podcast = try EpisodeGenerator(.indigo, seed: 1).episode(0)
    #expect(Set([first.bytes, second.bytes, podcast.bytes]).count == 3)
  }

  @Test(arguments: TranscriptStyle.allCases)
  func namesAreUniqueAndDated(_ style: TranscriptStyle) throws {
    let generator = try EpisodeGenerator(style, seed: 1)
    // Some of several shows.
    let paths = stride(from: 0, to: 2000, by: 4).map { generator.episode($0).path }
    #expect(Set(paths).count == paths.count)
    for path in paths {
      let parts = path.split(separator: "/")
      #expect(parts.count == 2)
      #expect(EpisodeName(fileName: String(parts[1])).date.utf8.count == 10)
    }
  }

  @Test func transcriptsReadAsTheirStyles() throws {
    let meeting = try EpisodeGenerator(.sayit, seed: 1).episode(3)
    let minutes = try Transcript.read(meeting.bytes, fileName: meeting.path)
    #expect(minutes.speakers.count > 1)
    #expect(minutes.cues.allSatisfy { $0.speaker != nil })
    let podcast = try EpisodeGenerator(.indigo, seed: 1).episode(3)
    let stream = try Transcript.read(podcast.bytes, fileName: podcast.path)
    #expect(stream.speakers.isEmpty)
    let text = String(decoding: podcast.bytes, as: UTF8.self)
    #expect(!text.contains { "，。、？！：".contains($0) })
    // Some rules are for several characters, which meet by chance.
    let changed = zip(text, try SimplifiedConverter().convert(text)).count { $0 != $1 }
    #expect(changed * 1000 < text.count)
  }

  @Test func sizesAreSkewed() throws {
    let generator = try EpisodeGenerator(.sayit, seed: 1)
    let sizes = (0..<500).map { generator.episode($0).bytes.count }.sorted()
    let mean = Double(sizes.reduce(0, +)) / 500
    #expect(abs(mean / EpisodeGenerator.meanSize - 1) < 0.12)
    #expect(Double(sizes[250]) < 0.85 * mean)
    #expect(sizes[0] > 1000)
  }
}
