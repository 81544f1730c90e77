namespace CredBot.Bot.Connector;

/// <summary>How the exchange of a Teams SSO token ended.</summary>
public abstract record ExchangeAnswer
{
    private ExchangeAnswer() { }

    public sealed record Exchanged(UserToken Token) : ExchangeAnswer;

    /// <summary>The person, or an administrator, has to consent first.</summary>
    public sealed record ConsentRequired : ExchangeAnswer;

    /// <summary>The connection itself is broken; nobody can sign in until it is mended.</summary>
    public sealed record Misconfigured : ExchangeAnswer;

    public sealed record Unavailable : ExchangeAnswer;
}
