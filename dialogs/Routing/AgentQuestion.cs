namespace CredBot.Dialogs.Routing;

/// <summary>The question whether a caller is really a colleague of the help desk.</summary>
internal static class AgentQuestion
{
    /// <summary>No recognised intent leads here: words do that nobody says otherwise, and a button.</summary>
    public const string Intent = "check-agent";

    public static IntentRoute Route { get; } = new(
        Intent, DialogIds.AgentCheck, new("전화한 사람이 정말 헬프데스크인가요?", "Is the caller really from the help desk?"),
        static slots => DialogsJson.Wire.Write(SubjectOptions.ForCheck(slots?.Upn ?? slots?.User)));
}
