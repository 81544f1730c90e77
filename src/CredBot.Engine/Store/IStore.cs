using CredBot.Bot.Builder;

namespace CredBot.Engine.Store;

/// <summary>The durable home of documents, reminders and the audit. A write that returned is on disk.</summary>
/// <remarks>Held to one contract class in the tests, whichever database is behind it. Failures surface as <see cref="StoreException"/>.</remarks>
internal interface IStore
{
    /// <returns>Null where there is none.</returns>
    Task<StoredDocument?> ReadAsync(string type, string id, CancellationToken cancellationToken);

    /// <summary>Compare-and-swap.</summary>
    /// <param name="write">The document, and the version that was read; 0 asks for its creation.</param>
    /// <param name="cancellationToken">Gives up before the write was queued.</param>
    /// <returns>The new version; null where the stored version is another one, or the document is there already.</returns>
    Task<long?> WriteAsync(DocumentWrite write, CancellationToken cancellationToken);

    /// <returns>Whether the document was there at that version and is now gone.</returns>
    Task<bool> DeleteAsync(string type, string id, long version, CancellationToken cancellationToken);

    /// <summary>The reminders of one grain.</summary>
    Task<IReadOnlyList<StoredReminder>> RemindersAsync(string grain, CancellationToken cancellationToken);

    /// <summary>The reminders whose hash is in (<paramref name="begin"/>, <paramref name="end"/>]; a range that ends before it begins wraps around.</summary>
    Task<IReadOnlyList<StoredReminder>> RemindersAsync(uint begin, uint end, CancellationToken cancellationToken);

    /// <returns>The reminder's new version.</returns>
    Task<long> RemindAsync(StoredReminder reminder, CancellationToken cancellationToken);

    /// <returns>Whether the reminder was there at that version and is now gone.</returns>
    Task<bool> ForgetAsync(string grain, string name, long version, CancellationToken cancellationToken);

    Task ForgetAllAsync(CancellationToken cancellationToken);

    /// <summary>Appends a line to its tenant's chain; a key that stands there already is not written again.</summary>
    Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>Erases what is kept no longer: lines of the audit from the beginning of each chain, and operations that have ended.</summary>
    /// <param name="auditBefore">Lines older than this.</param>
    /// <param name="operationsBefore">Operations whose last move is older than this.</param>
    /// <param name="cancellationToken">Gives up before the write was queued.</param>
    Task<Expired> ExpireAsync(DateTimeOffset auditBefore, DateTimeOffset operationsBefore, CancellationToken cancellationToken);

    /// <summary>The projection of operations, for lists; the documents are the truth.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="since">Only those whose last move was made then or later.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<OperationRow>> OperationsAsync(string tenant, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Makes a small write and waits for it.</summary>
    Task ProbeAsync(CancellationToken cancellationToken);
}

/// <summary>What was erased.</summary>
/// <param name="AuditLines">Lines of the audit.</param>
/// <param name="Operations">Documents of operations.</param>
internal sealed record Expired(int AuditLines, int Operations);
