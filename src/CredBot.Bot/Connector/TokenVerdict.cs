namespace CredBot.Bot.Connector;

/// <summary>What the check of an inbound request's token found.</summary>
public abstract record TokenVerdict
{
    private TokenVerdict() { }

    public sealed record Accepted : TokenVerdict;

    /// <param name="Status">401 for a bad token, 403 for a good one that may not say this.</param>
    /// <param name="Reason">For the log: never a token or a claim's value.</param>
    public sealed record Refused(int Status, string Reason) : TokenVerdict;
}
