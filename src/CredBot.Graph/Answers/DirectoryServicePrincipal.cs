namespace CredBot.Graph;

/// <summary>How an application stands in this tenant, its own or another's.</summary>
/// <param name="Id">Object id.</param>
/// <param name="AppId">Client id.</param>
/// <param name="DisplayName">Its name here.</param>
/// <param name="IsEnabled">False: it gets no tokens (AADSTS7000112).</param>
/// <param name="OwnerTenant">The tenant that registered it; null where Graph does not say.</param>
/// <remarks>Source: Graph v1.0 <c>servicePrincipal</c>.</remarks>
public sealed record DirectoryServicePrincipal(string Id, string AppId, string? DisplayName, bool IsEnabled, string? OwnerTenant);
