namespace CredBot.Engine.Hosting;

/// <summary>The kind of store.</summary>
public enum StorageProvider
{
    /// <summary>One file, one process.</summary>
    Sqlite,

    /// <summary>A cluster's database; not in this version, and refused at the start.</summary>
    Postgres,
}
