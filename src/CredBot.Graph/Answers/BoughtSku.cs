namespace CredBot.Graph;

/// <summary>A product that the tenant has bought.</summary>
/// <param name="PartNumber">E.g. <c>SPE_E3</c>.</param>
/// <param name="IsUsable">Bought and paid for, or in its grace period; false once suspended, locked out or deleted.</param>
/// <param name="Units">Licences bought.</param>
/// <param name="Used">Licences given to somebody.</param>
/// <param name="Plans">The service plans inside.</param>
/// <remarks>Source: Graph v1.0 <c>subscribedSku</c>.</remarks>
public sealed record BoughtSku(string PartNumber, bool IsUsable, int Units, int Used, LicencePlans Plans);
