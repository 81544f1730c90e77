using Microsoft.Extensions.Options;

namespace CredBot.Bot.Limits;

/// <summary>Refuses limits that would let nobody in, or everything.</summary>
internal sealed class LimitsOptionsValidator : IValidateOptions<LimitsOptions>
{
    public ValidateOptionsResult Validate(string? name, LimitsOptions options)
    {
        (string Key, int Value, int Least, int Most)[] ranges =
        [
            (nameof(LimitsOptions.BodyBytes), options.BodyBytes, 64 * 1024, 1024 * 1024),
            (nameof(LimitsOptions.PersonPerTenSeconds), options.PersonPerTenSeconds, 1, 1_000),
            (nameof(LimitsOptions.PersonPerMinute), options.PersonPerMinute, options.PersonPerTenSeconds, 6_000),
            (nameof(LimitsOptions.TenantPerTenSeconds), options.TenantPerTenSeconds, options.PersonPerTenSeconds, 1_000_000),
        ];
        var problems = ranges.Where(static range => range.Value < range.Least || range.Value > range.Most)
            .Select(static range => $"{LimitsOptions.Section}:{range.Key} is {range.Value}; it must be {range.Least} to {range.Most}.")
            .ToList();
        return problems.Count is 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
