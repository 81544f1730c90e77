using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.Safeguards;

/// <summary>What the safeguards say about a request: functions of what they remember, the settings and the time.</summary>
internal static class SafeguardRules
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>Whether a request may begin.</summary>
    /// <param name="book">What is remembered.</param>
    /// <param name="ask">The request.</param>
    /// <param name="options">The policy.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null where it may.</returns>
    public static SafeguardRefusal? Open(SafeguardsDocument book, SafeguardAsk ask, ResetOptions options, DateTimeOffset now) =>
        IsFrozen(book, ask.Subject, now) ? SafeguardRefusal.Frozen
        : OtherChange(book, ask, now) ? SafeguardRefusal.OtherChange
        : Since(book, now - Hour).Count(entry => Same(entry.Agent, ask.Agent)) >= options.AgentPerHour ? SafeguardRefusal.AgentCap
        : Since(book, now - Day).Count(entry => Same(entry.Agent, ask.Agent)) >= options.AgentPerDay ? SafeguardRefusal.AgentCap
        : Since(book, now - Hour).Count() >= options.TenantPerHour ? SafeguardRefusal.TenantCap
        : Since(book, now - Hour).Count(entry => Same(entry.Subject, ask.Subject)) >= options.AsksPerHour ? SafeguardRefusal.AskedTooOften
        : null;

    /// <summary>Levels on top of the class's own: one for each change of the same person within the cool-down, one for a raised threat.</summary>
    public static int Raise(SafeguardsDocument book, string subject, ResetOptions options, DateTimeOffset now) =>
        book.Entries.Count(entry => Same(entry.Subject, subject) && entry.MayHaveChanged && entry.ActedAt > now - options.CoolDown) + (book.IsRaised ? 1 : 0);

    /// <summary>Whether a request that began may act now.</summary>
    /// <returns>Null where it may. Asking twice changes nothing.</returns>
    public static SafeguardRefusal? Act(SafeguardsDocument book, SafeguardAsk ask, DateTimeOffset now)
    {
        if (Find(book, ask.Operation) is not { } own || !Same(own.Subject, ask.Subject) || !Same(own.Agent, ask.Agent) || own.Purpose != ask.Purpose)
        {
            return SafeguardRefusal.NotOpened;
        }

        // Whatever acted before this one began was counted when its level was decided.
        return own.Changed is not null ? SafeguardRefusal.NotOpened
            : IsFrozen(book, ask.Subject, now) ? SafeguardRefusal.Frozen
            : book.Threat != ask.Threat ? SafeguardRefusal.ThreatChanged
            : OtherChange(book, ask, now) ? SafeguardRefusal.OtherChange
            : book.Entries.Any(entry => entry != own && Same(entry.Subject, own.Subject) && entry.MayHaveChanged && entry.ActedAt >= own.AskedAt) ? SafeguardRefusal.Overtaken
            : null;
    }

    public static bool IsFrozen(SafeguardsDocument book, string subject, DateTimeOffset now) =>
        book.Frozen.Any(freeze => Same(freeze.Subject, subject) && freeze.Until > now);

    public static SafeguardEntry? Find(SafeguardsDocument book, string operation) => book.Entries.FirstOrDefault(entry => entry.Operation == operation);

    /// <summary>A break-in at a help desk took both in one call: whoever changed the one does not change the other.</summary>
    private static bool OtherChange(SafeguardsDocument book, SafeguardAsk ask, DateTimeOffset now) => book.Entries.Any(entry =>
        Same(entry.Agent, ask.Agent) && Same(entry.Subject, ask.Subject) && entry.Purpose != ask.Purpose && entry.MayHaveChanged && entry.ActedAt > now - Day);

    private static IEnumerable<SafeguardEntry> Since(SafeguardsDocument book, DateTimeOffset since) => book.Entries.Where(entry => entry.AskedAt > since);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
