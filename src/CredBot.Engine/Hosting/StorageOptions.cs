namespace CredBot.Engine.Hosting;

/// <summary>Where conversations, operations and the audit are kept. Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>Folder of the database, its lock and the key ring; made where it is missing.</summary><value>Default: the working folder.</value>
    public string Path { get; set; } = ".";

    /// <summary>How long a line of the audit is kept.</summary>
    /// <value>30 days to 10 years; default 400 days.</value>
    public TimeSpan KeepAudit { get; set; } = TimeSpan.FromDays(400);

    /// <summary>How long an operation is kept after its end, with the names and reasons it holds.</summary>
    /// <value>1 day to a year; default 30 days.</value>
    public TimeSpan KeepOperations { get; set; } = TimeSpan.FromDays(30);
}
