namespace CredBot.Engine.Hosting;

/// <summary>Where conversations, operations and the audit are kept. Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>Folder of the database, its lock and the key ring; made where it is missing.</summary><value>Default: the working folder.</value>
    public string Path { get; set; } = ".";
}
