using System.Globalization;

namespace CredBot.Engine.Store;

/// <summary>Orleans' reminder table over the store.</summary>
internal sealed class ReminderTable(IStore store) : IReminderTable
{
    public async Task<ReminderTableData> ReadRows(GrainId grainId) => Table(await store.RemindersAsync(grainId.ToString(), CancellationToken.None));

    public async Task<ReminderTableData> ReadRows(uint begin, uint end) => Table(await store.RemindersAsync(begin, end, CancellationToken.None));

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) =>
        (await store.RemindersAsync(grainId.ToString(), CancellationToken.None)).FirstOrDefault(row => row.Name == reminderName) is { } row ? Entry(row) : null;

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        var row = new StoredReminder(entry.GrainId.ToString(), entry.ReminderName, entry.GrainId.GetUniformHashCode(), entry.StartAt, entry.Period);
        return Text(await store.RemindAsync(row, CancellationToken.None));
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) =>
        store.ForgetAsync(grainId.ToString(), reminderName, long.Parse(eTag, CultureInfo.InvariantCulture), CancellationToken.None);

    public Task TestOnlyClearTable() => store.ForgetAllAsync(CancellationToken.None);

    private static ReminderTableData Table(IReadOnlyList<StoredReminder> rows) => new(rows.Select(Entry));

    private static ReminderEntry Entry(StoredReminder row) => new()
    {
        GrainId = GrainId.Parse(row.Grain, CultureInfo.InvariantCulture), ReminderName = row.Name, StartAt = row.Start, Period = row.Period, ETag = Text(row.Version),
    };

    private static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);
}
