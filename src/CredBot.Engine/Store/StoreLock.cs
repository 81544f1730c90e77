namespace CredBot.Engine.Store;

/// <summary>Holds the folder for this process: two writers would each believe that they are the whole.</summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream file;

    private StoreLock(FileStream file) => this.file = file;

    /// <exception cref="StoreException">Another process holds it.</exception>
    public static StoreLock Take(string folder)
    {
        try
        {
            return new StoreLock(new FileStream(Path.Combine(folder, SqliteStore.FileName + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException busy)
        {
            throw new StoreException(
                $"The folder {Path.GetFullPath(folder)} is in use by another process of the bot. Stop it, or set Storage__Path to a folder of its own.", busy);
        }
    }

    public void Dispose() => file.Dispose();
}
