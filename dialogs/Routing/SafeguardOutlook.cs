namespace CredBot.Dialogs.Routing;

/// <summary>What the tenant's safeguards would say to a request now, without asking them.</summary>
/// <param name="LookAsync">By what they remember at this moment.</param>
internal sealed record SafeguardOutlook(Func<SafeguardAsk, CancellationToken, Task<SafeguardForecast>> LookAsync);

/// <summary>Their answer.</summary>
/// <param name="Refusal">Why the request would not begin; null where it would.</param>
/// <param name="Raise">Levels on top of the class's own.</param>
/// <param name="IsThreatRaised">One of them is for a raised threat level.</param>
internal sealed record SafeguardForecast(SafeguardRefusal? Refusal, int Raise, bool IsThreatRaised);
