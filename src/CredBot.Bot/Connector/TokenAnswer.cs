namespace CredBot.Bot.Connector;

/// <summary>What the token service knows of a person.</summary>
public abstract record TokenAnswer
{
    private TokenAnswer() { }

    public sealed record Found(UserToken Token) : TokenAnswer;

    /// <summary>Not signed in, the token is about to end and was not renewed, or the code is wrong.</summary>
    public sealed record None : TokenAnswer;

    /// <summary>The service did not answer, or answered with a fault of its own.</summary>
    public sealed record Unavailable : TokenAnswer;
}
