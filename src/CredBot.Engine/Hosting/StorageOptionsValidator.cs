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
        { KeepAudit: var keep } when keep < TimeSpan.FromDays(30) || keep > TimeSpan.FromDays(3653) =>
            ValidateOptionsResult.Fail("Storage:KeepAudit must be 30 days to 10 years, e.g. 400.00:00:00."),
        { KeepOperations: var keep } when keep < TimeSpan.FromDays(1) || keep > TimeSpan.FromDays(366) =>
            ValidateOptionsResult.Fail("Storage:KeepOperations must be 1 day to a year, e.g. 30.00:00:00."),
        _ => ValidateOptionsResult.Success,
    };
}
