/// English words that are common in Chinese talk, the commonest first.
enum EnglishWords {
  static let words = text.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let text = """
    OK AI app email data open the of and to in it is for you on that this we so with as by what API IT
    PPT PDF team code user policy online meeting project plan tag web server cloud model demo agent
    startup design game video podcast media mail link list page click chat group news show store phone
    drive map share board idea level point loop feature release version test bug fix start stop case
    local global network platform service system process review report summary update file note goal
    story brand market business partner product customer sales growth budget cost price value risk
    law right public health school student teacher city green energy car bus power chip robot space
    """
}
