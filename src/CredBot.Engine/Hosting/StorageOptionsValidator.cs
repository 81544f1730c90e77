using Microsoft.Extensions.Options;

namespace CredBot.Engine.Hosting;

/// <summary>Refuses a store that this version does not have, before anything is kept in the wrong place.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options) => options switch
    {
        { Provider: not StorageProvider.Sqlite } => ValidateOptionsResult.Fail(
            $"Storage:Provider is {options.Provider}, which this version does not have. Remove Storage__Provider, or set it to Sqlite."),
        { Path: null or "" } => ValidateOptionsResult.Fail("Storage:Path is empty. Set Storage__Path to the folder that keeps the database."),
        _ => ValidateOptionsResult.Success,
    };
}
