namespace CredBot.Dialogs.AdminCheck;

/// <summary>How the question about somebody's reset was put; the verdict is the same, its wording is not.</summary>
internal enum AdminCheckQuestion
{
    /// <summary>«May I reset this user's password?»</summary>
    May,

    /// <summary>«Why is the reset button grey for this user?»</summary>
    WhyGreyed,

    /// <summary>«How do I reset this user's password?»</summary>
    HowTo,
}
