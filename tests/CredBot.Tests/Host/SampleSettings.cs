using System.Reflection;
using CredBot.Bot.Connector;
using CredBot.Bot.Limits;
using CredBot.Dialogs.Assurance;
using CredBot.Engine.Hosting;
using CredBot.Graph;
using Microsoft.Extensions.Configuration;

namespace CredBot.Tests.Host;

/// <summary>appsettings.sample.json names every setting, and nothing that does not exist.</summary>
public sealed class SampleSettings
{
    private static readonly IConfiguration Sample = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.sample.json")).Build();

    public static TheoryData<string, Type> Sections => new()
    {
        { BotOptions.Section, typeof(BotOptions) },
        { GraphOptions.Section, typeof(GraphOptions) },
        { LimitsOptions.Section, typeof(LimitsOptions) },
        { StorageOptions.Section, typeof(StorageOptions) },
        { ResetOptions.Section, typeof(ResetOptions) },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_Key_Of_The_Section_Is_There_And_Binds(string section, Type options)
    {
        var keys = Sample.GetSection(section).GetChildren().Select(static child => child.Key);
        var settings = options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.CanWrite).Select(static property => property.Name);

        Assert.Equal(settings.Order(StringComparer.Ordinal), keys.Order(StringComparer.Ordinal));
        Assert.NotNull(Sample.GetSection(section).Get(options, static binder => binder.ErrorOnUnknownConfiguration = true));
    }
}
