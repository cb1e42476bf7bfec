[Module]
public partial class Generator64(int nz = 100, int ngf = 64, int nc = 3)
{
    private readonly Sequential main = new(
        new ConvTranspose2d(nz, ngf * 8, 4, 1, 0, bias: false), new BatchNorm2d(ngf * 8), new ReLU(),
        new ConvTranspose2d(ngf * 8, ngf * 4, 4, 2, 1, bias: false), new BatchNorm2d(ngf * 4), new ReLU(),
        new ConvTranspose2d(ngf * 4, ngf * 2, 4, 2, 1, bias: false), new BatchNorm2d(ngf * 2), new ReLU(),
        new ConvTranspose2d(ngf * 2, ngf, 4, 2, 1, bias: false), new BatchNorm2d(ngf), new ReLU(),
        new ConvTranspose2d(ngf, nc, 4, 2, 1, bias: false), new Tanh());

    [return: Shape("N, nc, 64, 64")]
    public Tensor Forward([Shape("N, nz, 1, 1")] Tensor z) => main.Forward(z);
}

[Module]
public partial class Discriminator(int ndf = 64, int nc = 3)
{
    private readonly Sequential main = new(
        new Conv2d(nc, ndf, 4, 2, 1, bias: false), new LeakyReLU(0.2),
        new Conv2d(ndf, ndf * 2, 4, 2, 1, bias: false), new BatchNorm2d(ndf * 2), new LeakyReLU(0.2),
        new Conv2d(ndf * 2, ndf * 4, 4, 2, 1, bias: false), new BatchNorm2d(ndf * 4), new LeakyReLU(0.2),
        new Conv2d(ndf * 4, ndf * 8, 4, 2, 1, bias: false), new BatchNorm2d(ndf * 8), new LeakyReLU(0.2),
        new Conv2d(ndf * 8, 1, 4, 1, 0, bias: false), new Sigmoid());

    [return: Shape("N")]
    public Tensor Forward([Shape("N, nc, 64, 64")] Tensor x) => main.Forward(x).View(-1);
}
