namespace CredBot.Graph;

/// <summary>What the directory synchronisation carries.</summary>
/// <param name="PasswordHashes">Password hashes come to the cloud; null where it was not said.</param>
/// <remarks>
/// Source: Graph v1.0 <c>onPremisesDirectorySynchronizationFeature</c>. Its <c>passwordWritebackEnabled</c> is documented as not in use and is not read.
/// </remarks>
public sealed record SyncFeatures(bool? PasswordHashes);
