namespace CredBot.Bench;

/// <summary>How an agent asks for a reset, up to the question that a «yes» answers.</summary>
internal static class Asking
{
    public static async Task AskAsync(Talk agent, string subject)
    {
        await agent.SayAsync($"reset {subject}@hanbit.example's password", static text => text.Contains("One sentence", StringComparison.Ordinal));
        await agent.SayAsync("forgot it over the holidays", static text => text.Contains("\"answer\":\"yes\"", StringComparison.Ordinal));
    }
}
