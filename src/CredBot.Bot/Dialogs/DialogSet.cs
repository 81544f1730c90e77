using System.Collections.Frozen;

namespace CredBot.Bot.Dialogs;

/// <summary>The dialogs that a bot has, by id.</summary>
public sealed class DialogSet
{
    private readonly FrozenDictionary<string, Dialog> dialogs;

    /// <exception cref="ArgumentException">Two dialogs have the same id: a stored stack could not say which one it means.</exception>
    public DialogSet(IEnumerable<Dialog> dialogs)
    {
        var all = dialogs.ToList();
        if (all.GroupBy(static dialog => dialog.Id).FirstOrDefault(static same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two dialogs are called {twice.Key}.", nameof(dialogs));
        }

        this.dialogs = all.ToFrozenDictionary(static dialog => dialog.Id);
    }

    /// <returns>Null where there is no such dialog.</returns>
    public Dialog? Find(string? id) => id is null ? null : dialogs.GetValueOrDefault(id);
}
