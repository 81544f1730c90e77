namespace CredBot.Bot.Connector;

/// <summary>A value that must not be seen: printing it prints dots.</summary>
public sealed record Secret(string Value)
{
    public override string ToString() => "•••";
}
