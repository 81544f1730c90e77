namespace CredBot.Tests.World;

/// <summary>Ways of talking that many stories share.</summary>
internal static class Conversations
{
    /// <summary>Up to the card that asks for the confirmation.</summary>
    public static async Task AsksForResetAsync(this Person agent, string request, string reason)
    {
        await agent.SaysAsync(request);
        await agent.SaysAsync(reason);
        Assert.True(agent.Sees("answer"), agent.All);
    }
}
