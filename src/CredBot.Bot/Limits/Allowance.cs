namespace CredBot.Bot.Limits;

/// <summary>Whether an activity may run now.</summary>
internal abstract record Allowance
{
    private Allowance() { }

    public sealed record Given : Allowance;

    /// <param name="Wait">How long until the next one may run.</param>
    /// <param name="Tell">The first refusal of this window: the person is to be told.</param>
    /// <param name="OfTenant">It is the tenant that is over its limit, not the person.</param>
    public sealed record Refused(TimeSpan Wait, bool Tell, bool OfTenant) : Allowance;
}
