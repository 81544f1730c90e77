using CredBot.Knowledge;

namespace CredBot.Dialogs.Root;

/// <summary>Recognises commands. Typed words: whole messages only, so that a sentence which holds such a word is still an answer.</summary>
internal static class Commands
{
    private static readonly Dictionary<string, Command> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["help"] = Command.Help, ["/help"] = Command.Help, ["menu"] = Command.Help, ["?"] = Command.Help,
        ["도움말"] = Command.Help, ["도움"] = Command.Help, ["메뉴"] = Command.Help,
        ["cancel"] = Command.Cancel, ["/cancel"] = Command.Cancel, ["stop"] = Command.Cancel, ["quit"] = Command.Cancel, ["never mind"] = Command.Cancel,
        ["취소"] = Command.Cancel, ["그만"] = Command.Cancel, ["중지"] = Command.Cancel, ["취소해줘"] = Command.Cancel, ["취소해 주세요"] = Command.Cancel,
        ["sign out"] = Command.SignOut, ["signout"] = Command.SignOut, ["logout"] = Command.SignOut, ["log out"] = Command.SignOut, ["sign me out"] = Command.SignOut,
        ["로그아웃"] = Command.SignOut, ["로그 아웃"] = Command.SignOut, ["로그아웃해줘"] = Command.SignOut, ["로그아웃 해줘"] = Command.SignOut,
    };

    /// <summary>Score from which a message is a request of its own, whatever was asked before.</summary>
    public const double Clear = 0.8;

    /// <returns>Null for anything that is not a command and nothing but a command.</returns>
    public static Command? Match(string text) => Words.TryGetValue(text.Trim().TrimEnd('.', '!', '~'), out var command) ? command : null;

    /// <summary>A short message that clearly means a command is one also in the middle of a question.</summary>
    /// <returns>Null for anything else.</returns>
    public static Command? Match(Recognition recognition) => recognition is { Confidence: Confidence.Sure, Score: > Clear, Text.Length: < 30 }
        ? recognition.Intent switch
        {
            Intents.Help => Command.Help,
            Intents.Cancel => Command.Cancel,
            Intents.SignOut => Command.SignOut,
            _ => null,
        }
        : null;
}
