namespace CredBot.DemoTenant.DirectLine;

/// <summary>What a Direct Line token lets its bearer do.</summary>
/// <param name="PersonId">In whose name.</param>
/// <param name="Conversation">In which Direct Line conversation.</param>
/// <param name="Expired">Its time is over.</param>
internal sealed record DirectLineGrant(string PersonId, string Conversation, bool Expired);
