namespace CredBot.Dialogs.Routing;

/// <summary>Raises every level by one for a whole tenant, from the next turn on.</summary>
internal static class ThreatSwitch
{
    /// <summary>Signals to the safeguards.</summary>
    public const string Raise = "raiseThreat", Lower = "lowerThreat";
}
