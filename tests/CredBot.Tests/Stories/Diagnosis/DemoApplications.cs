namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>Client ids of applications of the demo tenant, as seeds/applications.json gives them.</summary>
internal static class DemoApplications
{
    public const string BadgePrinter = "92842667-539b-5d73-a1e9-e476144a698b";

    /// <summary>Another tenant's: it has a service principal here, and no application.</summary>
    public const string PartnerCrm = "514db79d-f1e5-582e-ac35-3c59a2b34312";
}
