namespace CredBot.Dialogs.Root;

/// <summary>What works anywhere, also in the middle of a question.</summary>
internal enum Command
{
    Help,
    Cancel,
    SignOut,
}

/// <summary>Recognises commands: whole messages only, so that a sentence which holds such a word is still an answer.</summary>
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

    /// <returns>Null for anything that is not a command and nothing but a command.</returns>
    public static Command? Match(string text) => Words.TryGetValue(text.Trim().TrimEnd('.', '!', '~'), out var command) ? command : null;
}
